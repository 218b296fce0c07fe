import { recordBookingChange } from '../booking/booking-events.ts'
import type { Announcement } from '../events/announcement.ts'
import { reread } from '../booking/booking-lifecycle.ts'
import { timeLabel, toSiteIso } from '../site/site-calendar.ts'
import type { BookingView, SiteRow, Transaction } from '../store/store.ts'

/** A booking's name and begin, as a notification tells them. */
export function bookingWords({ id, reference, plate, startsAt }: BookingView, { timezone }: SiteRow) {
  return {
    booking_id: id,
    reference,
    plate,
    start: toSiteIso(startsAt, timezone),
    start_label: timeLabel(startsAt, timezone),
  }
}

/**
 * Gives a booking another bay, with its allocation.
 * @returns undefined, with nothing written, when the bay is not free for it
 */
export async function giveBay(
  tx: Transaction,
  site: SiteRow,
  booking: BookingView,
  bayId: string,
  actor: string,
): Promise<readonly Announcement[] | undefined> {
  const allocation = await tx.allocationOf({ bookingId: booking.id })
  if (allocation === undefined || !(await tx.updateAllocation(allocation.id, { resourceId: bayId }))) return undefined
  await tx.setBookingResource(booking.id, bayId, tx.at)
  await tx.setBookingConflict(booking.id, null)
  const moved = await reread(tx, booking.id)
  const changed = await recordBookingChange(tx, site, moved, actor, 'moved')
  const { seq, at } = changed.notification
  const told = {
    type: 'booking_moved',
    seq,
    at,
    ...bookingWords(moved, site),
    from_bay: booking.resourceLabel,
    to_bay: moved.resourceLabel,
  } as const
  return [changed, { notification: told }]
}
