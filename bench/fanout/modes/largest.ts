import type { Contender } from '../contenders.ts'
import { withServer } from './session.ts'

const STEP = 1000
const MOST = 19_000
const SECONDS = 6
/** A tick that comes later than this, in ms, is no tick. */
const LATEST = 250

/**
 * The most clients that a server holds: none misses a tick, and 99 of 100 ticks come within 250 ms. Clients are added
 * until that fails twice running.
 * @param unaligned whether the server promises no boundary: then only missed ticks count
 */
export function largest(contender: Contender, unaligned: boolean): Promise<number> {
  const step = unaligned ? STEP / 2 : STEP
  const first = unaligned ? STEP : 4 * STEP
  return withServer(contender, async ({ load, settle }) => {
    let held = 0
    let failures = 0
    for (let clients = first; clients <= MOST && failures < 2; clients += step) {
      const refused = await load.connect(clients === first ? first : step)
      await settle()
      const { missed, late } = await load.measure(SECONDS, () => {})
      const holds = refused === 0 && missed === 0 && (unaligned || late.p99 <= LATEST)
      failures = holds ? 0 : failures + 1
      if (holds) held = clients
    }
    return held
  })
}
