import type { StrandedBooking } from '../../src-shared/api/admin-schemas.ts'
import { openIntervals } from '../booking/slot-maths.ts'
import { dateAt, plusDays, toSiteIso, weekdayOf } from '../site/site-calendar.ts'
import type { ClosureRow, ComingBooking, OpeningRuleRow, ServiceKind } from '../store/store.ts'

/** When a site is open: what a booking is held against. */
export interface OpenTimes {
  readonly rules: readonly OpeningRuleRow[]
  readonly closures: readonly Omit<ClosureRow, 'id' | 'reason'>[]
  readonly timezone: string
}

/**
 * Bookings that the hours leave outside. A wash has to lie within one opening; a parked car may stand overnight, so of
 * parking the day and the time of coming and of leaving count.
 */
export function strandedBookings(bookings: readonly ComingBooking[], times: OpenTimes): readonly ComingBooking[] {
  return bookings.filter((booking) => !isServed(booking, times))
}

function isServed({ kind, startsAt, endsAt }: ComingBooking, times: OpenTimes): boolean {
  if (kind === 'wash') return openings(kind, startsAt, times).some(({ from, to }) => startsAt >= from && endsAt <= to)
  const isIn = openings(kind, startsAt, times).some(({ from, to }) => startsAt >= from && startsAt < to)
  return isIn && openings(kind, endsAt, times).some(({ from, to }) => endsAt > from && endsAt <= to)
}

/** The openings about an instant: those of its day, and of the day before, whose 24:00 is this day's beginning. */
function openings(kind: ServiceKind, at: number, { rules, closures, timezone }: OpenTimes) {
  const today = dateAt(at, timezone)
  return [plusDays(today, -1), today].flatMap((date) => {
    const isClosed = closures.some(
      (closure) =>
        (closure.kind === null || closure.kind === kind) && closure.fromDate <= date && date <= closure.toDate,
    )
    if (isClosed) return []
    const weekday = weekdayOf(date)
    const ofDay = rules.filter((rule) => rule.kind === kind && rule.weekday === weekday)
    return openIntervals({ date, timezone, openings: ofDay })
  })
}

export function wireStranded(bookings: readonly ComingBooking[], timezone: string): StrandedBooking[] {
  return bookings.map(({ id, reference, kind, plate, phone, startsAt, endsAt, resourceLabel }) => ({
    id,
    reference,
    kind,
    plate,
    phone,
    start: toSiteIso(startsAt, timezone),
    end: toSiteIso(endsAt, timezone),
    resource: resourceLabel,
  }))
}
