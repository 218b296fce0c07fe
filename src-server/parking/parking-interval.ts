import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { bookingWindow, isInWindow } from '../booking/booking-window.ts'
import { openIntervals } from '../booking/slot-maths.ts'
import { dateAt, weekdayOf } from '../site/site-calendar.ts'
import type { Ms, Queries, SiteRow } from '../store/store.ts'
import type { Span } from './free-bays.ts'

const MINUTE = 60_000

/** When somebody wants to park: [start, end). */
export interface ParkingInterval {
  readonly start: Ms
  readonly end: Ms
}

/**
 * The interval that was asked for, or why it cannot be booked at `now`. Arrival and departure must lie within opening
 * hours; the car may stand there while the gate is closed.
 */
export async function bookableInterval(
  queries: Queries,
  site: SiteRow,
  now: Ms,
  asked: { readonly start: string; readonly end: string },
): Promise<ParkingInterval | Refusal> {
  const start = parseInstant(asked.start)
  const end = parseInstant(asked.end)
  if (start === undefined || end === undefined) return refuse('invalid_request', 'start and end must be instants')
  if (start <= now) return refuse('slot_past')
  const shortest = site.parkingMinMinutes
  if (end < start + shortest * MINUTE || end === start) {
    return refuse('invalid_interval', `parking is booked for ${shortest} minutes or longer`)
  }
  // What ends at midnight ends the day before.
  const [first, last] = [dateAt(start, site.timezone), dateAt(end - 1, site.timezone)]
  const window = bookingWindow(site, now)
  if (!isInWindow(window, first) || !isInWindow(window, last)) return refuse('outside_window', undefined, { window })
  const closed = await closedRefusal(queries, site, { start, end, first, last })
  return isRefusal(closed) ? closed : { start, end }
}

async function closedRefusal(
  queries: Queries,
  { timezone }: SiteRow,
  { start, end, first, last }: ParkingInterval & { readonly first: string; readonly last: string },
): Promise<Refusal | undefined> {
  const closure = (await queries.closures(first, last)).find(({ kind }) => kind !== 'wash')
  if (closure !== undefined) return refuse('site_closed', closure.reason)
  const rules = (await queries.openingRules()).filter(({ kind }) => kind === 'parking')
  const openOn = (date: string): readonly Span[] => {
    const weekday = weekdayOf(date)
    return openIntervals({ date, timezone, openings: rules.filter((rule) => rule.weekday === weekday) })
  }
  if (!openOn(first).some(({ from, to }) => start >= from && start < to)) {
    return refuse('site_closed', 'the car park is closed at the time of arrival')
  }
  if (!openOn(last).some(({ from, to }) => end > from && end <= to)) {
    return refuse('site_closed', 'the car park is closed at the time of departure')
  }
  return undefined
}

/** What a booking keeps its bay for: its interval, and the buffer on each side as far as it is still to come. */
export function busySpan(site: SiteRow, { start, end }: ParkingInterval, now: Ms): Span {
  const buffer = site.parkingBufferMinutes * MINUTE
  return { from: Math.min(start, Math.max(start - buffer, now)), to: end + buffer }
}
