import { Asker } from './asker.ts'
import { byClaim, type Contender } from './contender.ts'

// It takes its Promise from the page's window; without one it asks for a package that it does not declare.
Object.assign(globalThis, { window: { Promise } })
const { create } = await import('timesync')

const SERVER = 'server'

/**
 * The npm package timesync, its real code: given are its clock (the device's, as is its default) and, instead of HTTP, a
 * socket to the same server. Its timers are the global ones, which `runScenario` lays into the fake world.
 */
export function timesyncEvery(name: string, intervalMs?: number): Contender {
  return {
    name,
    start(world, server) {
      const asker = new Asker(world, server)
      const sync = create({
        server: SERVER,
        now: () => world.time.wallMs(),
        ...(intervalMs === undefined ? {} : { interval: intervalMs }),
      })
      sync.send = async (_to, { id }) => {
        const result = await asker.ask(String(id))
        sync.receive(SERVER, { jsonrpc: '2.0', id, result })
      }
      // Until its first answer it shows the device's time, and so it does here.
      return { ...byClaim(() => sync.now()), stop: () => sync.destroy() }
    },
  }
}
