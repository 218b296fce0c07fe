import { isRefusal } from '../../src-shared/errors/refusal.ts'
import { recordBookingChange } from '../booking/booking-events.ts'
import type { Announcement } from '../events/announcement.ts'
import { moveBooking, reread } from '../booking/booking-lifecycle.ts'
import { newId, newSpeakable, type Random } from '../ids/random.ts'
import { dateAt } from '../site/site-calendar.ts'
import type { BookingView, SiteRow, Transaction } from '../store/store.ts'

/** A booking that has taken the place of an expired one and waits for its money, in this very transaction. */
export interface Rebooked {
  readonly booking: BookingView
  readonly announcements: readonly Announcement[]
}

/**
 * Books an expired booking again: the same bay, the same times, the same price, for the same car.
 * @returns undefined, with nothing written, where it has begun, the site is closed then, or the bay is not free any more
 */
export async function rebook(
  tx: Transaction,
  site: SiteRow,
  expired: BookingView,
  actor: string,
  random: Random,
): Promise<Rebooked | undefined> {
  const bay = await tx.resource(expired.resourceId)
  const busy = await tx.lastAllocation(expired.id)
  if (expired.startsAt <= tx.at || bay?.active !== true || busy === undefined) return undefined
  if (await isClosed(tx, site, expired)) return undefined
  const allocationId = newId(random)
  // The bay before the booking: whether it is free is known only by trying, and a booking once written stays.
  const isFree = await tx.insertAllocation({
    id: allocationId,
    resourceId: expired.resourceId,
    bookingId: null,
    stayId: null,
    note: null,
    state: 'held',
    ...busy,
  })
  if (!isFree) return undefined
  const id = await insertFollower(tx, expired, actor, random)
  await tx.updateAllocation(allocationId, { bookingId: id })
  const held = await reread(tx, id)
  const announced = await recordBookingChange(tx, site, held, actor)
  const change = await moveBooking(tx, site, held, 'awaiting_payment', actor)
  if (isRefusal(change)) throw new Error('a new booking could not be asked to pay')
  return { booking: change.booking, announcements: [announced, ...change.announcements] }
}

async function isClosed(tx: Transaction, { timezone }: SiteRow, { kind, startsAt, endsAt }: BookingView) {
  const closures = await tx.closures(dateAt(startsAt, timezone), dateAt(endsAt - 1, timezone))
  return closures.some((closure) => closure.kind === null || closure.kind === kind)
}

async function insertFollower(tx: Transaction, expired: BookingView, actor: string, random: Random): Promise<string> {
  const { kind, serviceId, bayClass, quoteId, resourceId, startsAt, endsAt, plate, phone, priceMinor, currency } =
    expired
  const row = {
    id: newId(random),
    kind,
    state: 'held',
    serviceId,
    bayClass,
    quoteId,
    followsBookingId: expired.id,
    resourceId,
    startsAt,
    endsAt,
    plate,
    phone,
    priceMinor,
    currency,
    holdExpiresAt: null,
    paymentExpiresAt: null,
    conflictToldAt: null,
    baySince: null,
    createdAt: tx.at,
    madeBy: actor,
  } as const
  const [letter = ''] = expired.reference
  // References are short so that they can be spoken; one that is in use already is drawn again.
  while (!(await tx.insertBooking({ ...row, reference: `${letter}-${newSpeakable(random, 5)}` })));
  return row.id
}
