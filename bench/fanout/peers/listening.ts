import type { Server } from 'node:net'

/** Listens on a free port of this machine, and prints it for whoever started this program. */
export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('a server without a port')
    console.log(JSON.stringify({ port: address.port }))
  })
}
