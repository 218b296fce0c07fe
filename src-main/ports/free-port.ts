import { createServer } from 'node:net'
import type { PortInUseError, Settings } from '../../src-server/index.ts'

const LAST = 65_535
/** Below it a program of an ordinary user may not listen. */
const FIRST = 1024

/**
 * The next port that is free: one near the one that is taken is soon typed. Not one of the system's choice, which comes from those that it
 * gives to whoever connects: at the next start somebody else might have it.
 * @param isFree whether a server may listen there
 * @throws Error where there is none
 */
export async function nextFreePort(
  { port, staffPort }: Pick<Settings, 'port' | 'staffPort'>,
  taken: number,
  isFree: (port: number) => Promise<boolean>,
): Promise<number> {
  for (let step = 1; step <= LAST - FIRST; step += 1) {
    const candidate = taken + step <= LAST ? taken + step : taken + step - LAST + FIRST - 1
    if (candidate !== port && candidate !== staffPort && (await isFree(candidate))) return candidate
  }
  throw new Error('no port of this computer is free')
}

/** A port for the listener whose own is taken. */
export function freePortFor(settings: Settings, { port, setting }: PortInUseError): Promise<number> {
  // The staff listener is on this machine alone, whatever the other one is bound to.
  const host = setting === 'KERBSIDE_PORT' ? settings.host : '127.0.0.1'
  return nextFreePort(settings, port, (candidate) => mayListen(host, candidate))
}

function mayListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
