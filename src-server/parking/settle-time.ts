import { isRefusal } from '../../src-shared/errors/refusal.ts'
import type { Announcement } from '../events/announcement.ts'
import { expireOverdue, moveBooking } from '../booking/booking-lifecycle.ts'
import { expireExitPayments } from '../payments/expire-exit-payments.ts'
import { timeLabel, toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { BookingView, EventInput, Ms, Queries, SiteRow, Transaction } from '../store/store.ts'
import { keepStandingCars, NEAR_MS, planStandingCars } from './standing-cars.ts'
import { isOverstay } from './stay-wire.ts'
import { lapsedOffers, lapseOffers } from './waitlist-offers.ts'

/**
 * Brings the lot to an instant: what is overdue expires, who has not come is a no-show, cars keep the bays they stand
 * in, who stays too long is told of, and a bay that was offered in vain is the next one's. Every write that looks at
 * bays begins with it, so that a deadline holds to the millisecond and not to the next sweep. Never while the clock is not to be trusted.
 */
export async function settleTime(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  if (!(await mayBeDue(tx, site, tx.at))) return []
  return [
    ...(await expireOverdue(tx, site)),
    ...(await expireExitPayments(tx, site)),
    ...(await markNoShows(tx, site)),
    ...(await keepStandingCars(tx, site)),
    ...(await tellOfOverstays(tx, site)),
    ...(await lapseOffers(tx, site)),
  ]
}

/** Whether `settleTime` would write anything. Asks without writing. */
export async function isTimeToSettle(queries: Queries, site: SiteRow, now: Ms): Promise<boolean> {
  if (!(await mayBeDue(queries, site, now))) return false
  return (
    (await queries.overdueBookings(now)).length > 0 ||
    (await queries.overdueExitPayments(now)).length > 0 ||
    (await missed(queries, site, now)).length > 0 ||
    (await untoldOverstays(queries, now)).length > 0 ||
    (await lapsedOffers(queries, site, now)).length > 0 ||
    (await planStandingCars(queries, now)).length > 0
  )
}

/**
 * The one look that nearly every write takes and no more: mostly nothing is due. Whatever `settleTime` does has to be
 * seen by it, or it would be done only when something else is due, too.
 */
async function mayBeDue(queries: Queries, site: SiteRow, now: Ms): Promise<boolean> {
  const { washNoShowMinutes: wash, parkingNoShowMinutes: parking } = site
  if (await queries.isAnythingDue(now, { wash, parking, standing: NEAR_MS })) return true
  return (await lapsedOffers(queries, site, now)).length > 0
}

function missed(queries: Queries, site: SiteRow, now: Ms): Promise<readonly BookingView[]> {
  return queries.missedBookings(now, { wash: site.washNoShowMinutes, parking: site.parkingNoShowMinutes })
}

async function markNoShows(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const booking of await missed(tx, site, tx.at)) {
    const change = await moveBooking(tx, site, booking, 'no_show', 'clock')
    if (!isRefusal(change)) announcements.push(...change.announcements)
  }
  return announcements
}

async function untoldOverstays(queries: Queries, now: Ms): Promise<readonly StayView[]> {
  return (await queries.parkedStays()).filter((stay) => isOverstay(stay, now) && stay.overstayToldAt === null)
}

async function tellOfOverstays(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const { id, plate, bayLabel: bay, bookedUntil } of await untoldOverstays(tx, tx.at)) {
    if (bookedUntil === null) continue
    await tx.updateStay(id, { overstayToldAt: tx.at })
    const data = { bay, booked_until: bookedUntil }
    const event: EventInput = {
      at: tx.at,
      kind: 'stay.overstay',
      subject: id,
      actor: 'clock',
      data,
      personal: { plate },
    }
    const seq = await tx.appendEvent(event)
    const booked_until = toSiteIso(bookedUntil, site.timezone)
    const booked_until_label = timeLabel(bookedUntil, site.timezone)
    const at = toSiteIso(tx.at, site.timezone)
    announcements.push({
      notification: { type: 'overstay', seq, at, stay_id: id, plate, bay, booked_until, booked_until_label },
    })
  }
  return announcements
}
