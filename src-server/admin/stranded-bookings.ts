import type { StrandedBooking } from '../../src-shared/api/admin-schemas.ts'
import { openings, type OpenTimes } from '../booking/open-times.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ComingBooking } from '../store/store.ts'

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
