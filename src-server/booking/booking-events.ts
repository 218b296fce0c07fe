import type { AuditOf } from '../../src-shared/api/audit-kinds.ts'
import { dateAt, plusDays, timeLabel, toSiteIso } from '../site/site-calendar.ts'
import type { BookingView, SiteRow, Transaction } from '../store/store.ts'
import type { Announcement } from '../events/announcement.ts'

/**
 * Writes a change of a booking into the audit trail.
 * @param what what happened: that it came to its state, unless something else is said
 * @returns what to publish after the commit, never before
 */
export async function recordBookingChange(
  tx: Transaction,
  site: SiteRow,
  booking: BookingView,
  actor: string,
  what: AuditOf<'booking'> = booking.state,
): Promise<Announcement> {
  const seq = await tx.appendEvent({
    at: tx.at,
    kind: `booking.${what}`,
    subject: booking.id,
    actor,
    data: {
      reference: booking.reference,
      resource: booking.resourceId,
      starts_at: booking.startsAt,
      ends_at: booking.endsAt,
      price_minor: booking.priceMinor,
      currency: booking.currency,
    },
  })
  const { timezone } = site
  return {
    availability: { kind: booking.kind, date: dateAt(booking.startsAt, timezone), version: seq },
    moreDays: daysAfterFirst(booking, timezone).map((date) => ({ kind: booking.kind, date, version: seq })),
    notification: {
      type: 'booking_changed',
      seq,
      at: toSiteIso(tx.at, timezone),
      booking: {
        id: booking.id,
        reference: booking.reference,
        kind: booking.kind,
        state: booking.state,
        plate: booking.plate,
        start: toSiteIso(booking.startsAt, timezone),
        start_label: timeLabel(booking.startsAt, timezone),
        resource: booking.resourceLabel,
      },
    },
  }
}

function daysAfterFirst({ startsAt, endsAt }: BookingView, timezone: string): readonly string[] {
  const days: string[] = []
  const last = dateAt(endsAt - 1, timezone)
  for (let date = dateAt(startsAt, timezone); date < last;) {
    date = plusDays(date, 1)
    days.push(date)
  }
  return days
}
