import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below those that systems give to whoever connects: one of these could be taken while the server is away. */
const FROM = 15_000
const TO = 25_000

/**
 * A port that stays the same while the server behind it is started again and again.
 * @param wanted 0 takes a free one
 */
export async function openPort(wanted: string): Promise<string> {
  if (wanted !== '0') return wanted
  for (;;) {
    const port = randomInt(FROM, TO)
    if (await isFree(port)) return String(port)
  }
}

/** The first free port from one on. Found before Vite is told of it: its page is told at once where its socket is. */
export async function firstOpenPort(from: number): Promise<number> {
  return (await isFree(from)) ? from : firstOpenPort(from + 1)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
