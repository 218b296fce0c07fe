import { mayBecome } from '../../src-shared/booking/booking-states.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { moveBooking, reread, type Change } from '../booking/booking-lifecycle.ts'
import { BayTakenError } from '../booking/hold-wash-slot.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import type { Random } from '../ids/random.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { AllocationRow, BookingView, SiteRow, Transaction } from '../store/store.ts'
import { freeBays, type Span } from './free-bays.ts'
import { baysOfClass, lotBusy } from './lot-busy.ts'
import { carInBay, insertNewStay, parkedCar } from './new-stay.ts'
import { recordStayChange } from './stay-events.ts'
import { tariffById, tariffInForce } from './tariff-in-force.ts'

const MINUTE = 60_000

/**
 * Lets a booked car in: it gets a ticket, and its bay from now on, also before the booked begin. Refuses where another
 * car stands there or has the bay until then, and names the bays that are free instead.
 */
export async function checkInParking(
  tx: Transaction,
  site: SiteRow,
  booking: BookingView,
  actor: string,
  { random, clock }: { readonly random: Random; readonly clock: Clock },
): Promise<Change | Refusal> {
  // The table of transitions speaks first, in its own words.
  if (!mayBecome(booking.state, 'checked_in')) return moveBooking(tx, site, booking, 'checked_in', actor)
  const allocation = await tx.allocationOf({ bookingId: booking.id })
  if (allocation === undefined) throw new Error(`booking ${booking.id} has no bay`)
  // A clock that cannot be trusted cannot say that it is too early.
  const from = isClockUntrusted(clock) ? tx.at : booking.startsAt - site.earlyMinutes * MINUTE
  if (tx.at < from) return refuse('too_early', undefined, { from: toSiteIso(from, site.timezone) })
  const refusal = await checkInRefusal(tx, booking, allocation)
  if (refusal !== undefined) return refusal
  const stay = await insertNewStay(
    tx,
    {
      ticket: booking.reference,
      bookingId: booking.id,
      resourceId: booking.resourceId,
      bayClass: booking.bayClass ?? 'car',
      plate: booking.plate,
      phone: booking.phone,
      bookedUntil: booking.endsAt,
      tariffVersionId: await tariffOf(tx, booking),
      permitId: null,
      madeBy: actor,
    },
    random,
  )
  const change = await moveBooking(tx, site, booking, 'checked_in', actor)
  if (isRefusal(change)) throw new Error(`booking ${booking.id} could not be checked in`)
  const busyFrom = Math.min(allocation.busyFrom, tx.at)
  if (!(await tx.updateAllocation(allocation.id, { stayId: stay.id, busyFrom }))) throw new BayTakenError()
  const data = { booking: booking.id, entered_at: stay.enteredAt }
  const entered = await recordStayChange(tx, site, stay, { what: 'entered', actor, data })
  return { booking: await reread(tx, booking.id), announcements: [...change.announcements, entered] }
}

async function checkInRefusal(
  tx: Transaction,
  booking: BookingView,
  allocation: AllocationRow,
): Promise<Refusal | undefined> {
  const parked = await parkedCar(tx, booking.plate)
  if (parked !== undefined) return refuse('already_parked', undefined, { bay: parked.bayLabel, stay_id: parked.id })
  const span = { from: tx.at, to: Math.max(allocation.busyTo, tx.at + 1) }
  const other = await carInBay(tx, booking.resourceId)
  const isClear = other === undefined && (await isClearUntil(tx, booking, allocation))
  if (isClear) return undefined
  return refuse('bay_occupied', undefined, {
    bay: booking.resourceLabel,
    plate: other?.plate ?? null,
    alternatives: await alternatives(tx, booking, span),
  })
}

/** Whether nobody has the bay from now until the booking's own time begins. */
async function isClearUntil(tx: Transaction, booking: BookingView, own: AllocationRow): Promise<boolean> {
  if (own.busyFrom <= tx.at) return true
  const between = await tx.liveAllocations('bay', tx.at, own.busyFrom)
  return !between.some((row) => row.resourceId === booking.resourceId && row.id !== own.id)
}

async function alternatives(tx: Transaction, booking: BookingView, span: Span) {
  const bays = await baysOfClass(tx, booking.bayClass ?? 'car')
  const free = freeBays(bays, await lotBusy(tx, span, tx.at), span)
  return free.map(({ id, label }) => ({ id, label }))
}

/** A booked car pays by the tariff that it was booked by. */
async function tariffOf(tx: Transaction, booking: BookingView): Promise<string> {
  const quote = booking.quoteId === null ? undefined : await tx.quote(booking.quoteId)
  if (quote !== undefined) return (await tariffById(tx, quote.tariffVersionId)).version.id
  const tariff = await tariffInForce(tx, tx.at)
  if (tariff === undefined) throw new Error('a parking booking without a quote, and no tariff')
  return tariff.version.id
}
