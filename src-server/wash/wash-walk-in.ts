import type { WashWalkIn } from '../../src-shared/api/wash-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { insertHold } from '../booking/hold-wash-slot.ts'
import { moveBooking, type Change } from '../booking/booking-lifecycle.ts'
import { freeBays, loadWashDay, type WashDay } from '../booking/wash-day.ts'
import type { Slot } from '../booking/slot-maths.ts'
import type { Random } from '../ids/random.ts'
import { dateAt, timeLabel, toSiteIso } from '../site/site-calendar.ts'
import type { Ms, SiteRow, Transaction } from '../store/store.ts'
import { isInBay } from './bay-claim.ts'

const MINUTE = 60_000

/** A car without a booking that stands at the counter: its wash begins now, and is to be paid first. */
export async function walkIn(
  tx: Transaction,
  site: SiteRow,
  request: WashWalkIn,
  actor: string,
  random: Random,
): Promise<Change | Refusal> {
  const service = (await tx.services()).find((candidate) => candidate.id === request.service_id)
  if (service === undefined) {
    return refuse('invalid_request', 'there is no such service', {
      errors: [{ path: 'body.service_id', message: 'must be a service of this site' }],
    })
  }
  const day = await dayFrom(tx, await loadWashDay(tx, site, service, dateAt(tx.at, site.timezone)), tx.at)
  if (day.closure !== undefined) return refuse('site_closed', day.closure.reason)
  const slot = slotFrom(day, tx.at)
  if (!isOpenFor(day, slot)) return refuse('site_closed', 'the wash closes before this one would be done')
  if (freeBays(day, slot).length === 0) return refuse('slot_taken', 'no wash bay is free now', nextFree(day, tx.at))
  const held = await insertHold(tx, day, slot, request, actor, random)
  return isRefusal(held) ? held : moveBooking(tx, site, held.booking, 'awaiting_payment', actor)
}

/** A day as it matters to a car that comes now: without its begun past, and without bays that a car stands in. */
async function dayFrom(tx: Transaction, day: WashDay, at: Ms): Promise<WashDay> {
  const occupied = (await tx.openWashJobs()).filter(isInBay)
  const end = Math.max(at, ...day.open.map(({ to }) => to)) + (day.service.durationMinutes + 1) * MINUTE
  const busy = await tx.liveAllocations('wash_bay', at, end + day.service.cleanupMinutes * MINUTE)
  // Its own time says nothing of now where that is over, or to come because a clock was set back since.
  const hasBayNow = (bookingId: string) => busy.some((row) => row.bookingId === bookingId && row.busyFrom <= at)
  const overrun = occupied.filter((job) => !hasBayNow(job.bookingId))
  return { ...day, busy, bays: day.bays.filter(({ id }) => !overrun.some((job) => job.resourceId === id)) }
}

function slotFrom(day: WashDay, start: Ms): Slot {
  return { start, end: start + day.service.durationMinutes * MINUTE, label: timeLabel(start, day.site.timezone) }
}

function isOpenFor(day: WashDay, slot: Slot): boolean {
  return day.open.some(({ from, to }) => slot.start >= from && slot.end <= to)
}

/** When a bay is next free for the whole of the service, today; null when none is any more. */
function nextFree(day: WashDay, at: Ms): { readonly next_free_at: string | null } {
  const ends = day.busy.map(({ busyTo }) => busyTo).filter((end) => end > at)
  const start = ends
    .toSorted((a, b) => a - b)
    .find((end) => isOpenFor(day, slotFrom(day, end)) && freeBays(day, slotFrom(day, end)).length > 0)
  return { next_free_at: start === undefined ? null : toSiteIso(start, day.site.timezone) }
}
