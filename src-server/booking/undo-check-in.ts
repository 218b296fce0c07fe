import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { busySpan } from '../parking/parking-interval.ts'
import { recordStayChange, rereadStay } from '../parking/stay-events.ts'
import type { Announcement } from '../events/announcement.ts'
import type { BookingView, SiteRow, Transaction } from '../store/store.ts'
import { moveJob } from '../wash/wash-job-life.ts'
import { recordBookingChange } from './booking-events.ts'
import { reread, type Change } from './booking-lifecycle.ts'
import { BayTakenError } from './hold-wash-slot.ts'

/** So long after the car was let in it counts as a slip of the hand; later its ticket is voided, with a reason and the PIN. */
export const CHECK_IN_UNDO_MS = 2 * 60_000

interface Act {
  readonly tx: Transaction
  readonly site: SiteRow
  readonly booking: BookingView
  readonly actor: string
}

/** The car that was let in just now did not come: its booking waits for it again. Nothing may have been asked of it yet. */
export async function undoCheckIn(act: Act): Promise<Change | Refusal> {
  const { tx, site, booking, actor } = act
  if (booking.state !== 'checked_in')
    return refuse('invalid_state', `a booking that is ${booking.state} has no car here`)
  const taken = booking.kind === 'parking' ? await takeBackTicket(act) : await takeBackWash(act)
  if ('refused' in taken) return taken
  await tx.setBookingState(booking.id, 'confirmed')
  const waiting = await reread(tx, booking.id)
  const changed = await recordBookingChange(tx, site, waiting, actor, 'check_in_undone')
  return { booking: waiting, announcements: [...taken.announcements, changed] }
}

type Taken = { readonly announcements: readonly Announcement[] } | Refusal

async function takeBackTicket({ tx, site, booking, actor }: Act): Promise<Taken> {
  const stay = (await tx.parkedStays()).find(({ bookingId }) => bookingId === booking.id)
  if (stay === undefined || tx.at >= stay.recordedEnteredAt + CHECK_IN_UNDO_MS) return tooLate()
  if ((await tx.paymentsOf({ stayId: stay.id })).length > 0) {
    return refuse('invalid_state', 'the car was asked for money already')
  }
  const allocation = await tx.allocationOf({ stayId: stay.id })
  if (allocation === undefined) throw new Error(`stay ${stay.id} has no bay`)
  // The ticket stays on record as void, and is no longer the booking's: the car gets another one when it does come.
  await tx.updateStay(stay.id, { state: 'voided', bookingId: null })
  const { from } = busySpan(site, { start: booking.startsAt, end: booking.endsAt }, tx.at)
  const busyFrom = Math.max(allocation.busyFrom, from)
  const isKept = await tx.updateAllocation(allocation.id, { state: 'confirmed', stayId: null, busyFrom })
  if (!isKept) throw new BayTakenError()
  const data = { booking: booking.id, reason: 'check-in undone' }
  return {
    announcements: [await recordStayChange(tx, site, await rereadStay(tx, stay.id), { what: 'voided', actor, data })],
  }
}

async function takeBackWash({ tx, booking, actor }: Act): Promise<Taken> {
  const job = await tx.washJobOfBooking(booking.id)
  if (job?.state !== 'queued') return refuse('invalid_state', 'the wash has begun')
  if (job.queuedAt === null || tx.at >= job.queuedAt + CHECK_IN_UNDO_MS) return tooLate()
  await moveJob(tx, job, 'booked', actor)
  await tx.setAllocationState(booking.id, 'confirmed')
  return { announcements: [] }
}

function tooLate(): Refusal {
  return refuse('invalid_state', 'the car came more than two minutes ago')
}
