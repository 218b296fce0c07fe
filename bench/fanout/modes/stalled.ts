import type { Contender } from '../contenders.ts'
import type { Measurement } from '../load/orders.ts'
import { descriptors, residentBytes } from '../../process-figures.ts'
import { pause } from '../running-server.ts'
import { withServer } from './session.ts'

const STALLED = 1000
const HEALTHY = 200
/** Until what the kernel keeps for a connection is full, with buffers as small as `small-buffers.ts` makes them. */
const SECONDS_TO_FILL = 12
const SECONDS = 36

export interface StalledFigures extends Measurement {
  /** Growth of the server's memory for each stalled client and tick. */
  readonly bytesKept: number
  /** How many of the stalled the server has cut off by the end. */
  readonly cutOff: number
}

/** Clients that read nothing, beside clients that do: the times are those of the latter. */
export function stalled(contender: Contender): Promise<StalledFigures> {
  return withServer(contender, async ({ server, load }) => {
    await load.connect(HEALTHY)
    await load.stall(STALLED)
    await pause(SECONDS_TO_FILL * 1000)
    const open = descriptors(server.pid)
    const memory = residentBytes(server.pid)
    let most = memory
    const watch = setInterval(() => (most = Math.max(most, residentBytes(server.pid))), 1000)
    const measurement = await load.measure(SECONDS, () => {})
    clearInterval(watch)
    const bytesKept = (most - memory) / STALLED / SECONDS
    return { ...measurement, bytesKept, cutOff: Math.max(0, open - descriptors(server.pid)) }
  })
}
