import { keepNotices } from '../notices/keep-notice.ts'
import { settleTime } from '../parking/settle-time.ts'
import { closeShift, figuresOf } from '../shifts/close-shift.ts'
import { openShift } from '../shifts/shift-ledger.ts'
import type { Ms } from '../store/store.ts'
import type { DemoWorld } from './demo-world.ts'
import type { Story } from './story.ts'

/** What lies in the drawer as a shift begins: ₹2,000. */
const FLOAT_MINOR = 200_000

/** A shift of the attendant's, open to this day or closed by a count that is now and then a little off. */
export async function* shiftOf({ site, dice, attendant, means }: DemoWorld, opens: Ms, closes?: Ms): Story {
  const { random } = means
  const opening = { floatMinor: FLOAT_MINOR, openedBy: attendant, actor: attendant, random }
  const { shift } = await openShift(yield opens, site, opening)
  if (closes === undefined) return
  const closing = yield closes
  const { expected_minor } = await figuresOf(closing, shift)
  const variance = dice.pick([0, 0, 0, -1000, -2000, 500, 1000])
  const countedMinor = Math.max(0, expected_minor + variance)
  await closeShift(closing, site, shift, { countedMinor, actor: attendant, successor: undefined, random })
}

/** Time passes: what is overdue happens, as the server does it each second. */
export async function* timePasses({ site }: DemoWorld, instants: readonly Ms[]): Story {
  for (const instant of instants) await settleTime(yield instant, site)
}

/** The last of it is told to whoever comes next. */
export async function* timeArrives({ site }: DemoWorld, now: Ms): Story {
  const tx = yield now
  await keepNotices(tx, await settleTime(tx, site))
}
