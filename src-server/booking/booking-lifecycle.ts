import { mayBecome, type BookingState } from '../../src-shared/booking/booking-states.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { followWithPayment } from '../payments/booking-payment.ts'
import { followWithWash, leaveWithCar, washAllows } from '../wash/wash-job-life.ts'
import type { AllocationRow, BookingRow, BookingView, ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import { recordBookingChange } from './booking-events.ts'
import type { Announcement } from '../events/announcement.ts'

const MINUTE = 60_000

/** What a booking's state means for its bay. */
const allocationFor: Readonly<Record<BookingState, AllocationRow['state']>> = {
  held: 'held',
  awaiting_payment: 'confirmed',
  confirmed: 'confirmed',
  checked_in: 'in_use',
  completed: 'released',
  expired: 'released',
  cancelled: 'released',
  no_show: 'released',
}

export interface Change {
  readonly booking: BookingView
  readonly announcements: readonly Announcement[]
}

/** The booking as it stands after a write; a booking that is gone inside its own transaction is a bug. */
export async function reread(tx: Transaction, id: string): Promise<BookingView> {
  const booking = await tx.booking(id)
  if (booking === undefined) throw new Error(`booking ${id} is gone`)
  return booking
}

/** A booking as it stands right after it was written down: reading it again would answer the same. */
export function asWritten(row: BookingRow, bay: ResourceRow, serviceName: string | null): BookingView {
  return { ...row, paymentId: null, resourceLabel: bay.label, serviceName, paid: null }
}

/**
 * Moves a booking to a state, with its bay and its audit line.
 * @returns a refusal when the table of transitions does not allow the move
 */
export async function moveBooking(
  tx: Transaction,
  site: SiteRow,
  booking: BookingView,
  to: BookingState,
  actor: string,
): Promise<Change | Refusal> {
  if (!mayBecome(booking.state, to) || !(await washAllows(tx, booking, to))) return refuseMove(booking, to)
  const deadline = to === 'awaiting_payment' ? tx.at + site.paymentMinutes * MINUTE : undefined
  await tx.setBookingState(booking.id, to, deadline)
  if (to === 'completed' && booking.kind === 'wash') await leaveWithCar(tx, booking)
  else await tx.setAllocationState(booking.id, allocationFor[to])
  const moved = await reread(tx, booking.id)
  await followWithWash(tx, moved, actor)
  const changed = await recordBookingChange(tx, site, moved, actor)
  return { booking: moved, announcements: [changed, ...(await followWithPayment(tx, site, moved, actor))] }
}

/** Why a booking cannot be moved: what has run out is named as such, anything else is a matter of its state. */
export function refuseMove(booking: BookingView, to: BookingState): Refusal {
  if (booking.state === 'expired') {
    return booking.paymentExpiresAt === null ? refuse('hold_expired') : refuse('payment_expired')
  }
  return refuse('invalid_state', `a booking that is ${booking.state} cannot become ${to}`)
}

/**
 * Expires every hold and every unpaid booking whose deadline is at or before the transaction's instant. Every write
 * that looks at bays begins with it, so that a deadline holds to the millisecond and not to the next sweep.
 */
export async function expireOverdue(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const booking of await tx.overdueBookings(tx.at)) {
    const change = await moveBooking(tx, site, booking, 'expired', 'clock')
    if (!('refused' in change)) announcements.push(...change.announcements)
  }
  return announcements
}
