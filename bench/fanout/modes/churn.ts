import type { Contender } from '../contenders.ts'
import type { Measurement } from '../load/orders.ts'
import { descriptors } from '../../process-figures.ts'
import { withServer } from './session.ts'

/** Clients that stay. */
const STEADY = 1000
const RECONNECTS_PER_SECOND = 300
const SECONDS = 15

export interface ChurnFigures extends Measurement {
  /** Descriptors that the server holds after the reconnects, beyond those it held before. */
  readonly descriptorsLeft: number
}

/** Clients that come and go, beside clients that stay: the figures are those of the latter. */
export function churn(contender: Contender): Promise<ChurnFigures> {
  return withServer(contender, async ({ server, load, settle }) => {
    await load.connect(STEADY)
    await settle()
    const before = descriptors(server.pid)
    const measurement = await load.measure(SECONDS, () => {}, RECONNECTS_PER_SECOND)
    await settle()
    await settle()
    return { ...measurement, descriptorsLeft: descriptors(server.pid) - before }
  })
}
