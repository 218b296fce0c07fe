import type { Contender } from '../contenders.ts'
import type { Measurement } from '../load/orders.ts'
import { cpuMs, residentBytes } from '../../process-figures.ts'
import { withServer } from './session.ts'

export interface SteadyFigures extends Measurement {
  /** Server CPU for each second and 1,000 clients. */
  readonly cpuMs: number
  /**
   * Growth of the server's memory for each client of the second half: the first half fills what a process has set aside
   * before anybody comes.
   */
  readonly bytesPerClient: number
  /** Clients that could not connect. */
  readonly refused: number
}

/** So many clients that listen, for so many seconds. */
export function steady(contender: Contender, clients: number, seconds: number): Promise<SteadyFigures> {
  return withServer(contender, async ({ server, load, settle }) => {
    const half = Math.floor(clients / 2)
    let refused = await load.connect(half)
    await settle()
    const memory = residentBytes(server.pid)
    refused += await load.connect(clients - half)
    await settle()
    let before = 0
    const measurement = await load.measure(seconds, () => (before = cpuMs(server.pid)))
    const spent = cpuMs(server.pid) - before
    const bytesPerClient = (residentBytes(server.pid) - memory) / (clients - half)
    return { ...measurement, cpuMs: spent / seconds / (clients / 1000), bytesPerClient, refused }
  })
}
