import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Announcement } from '../events/announcement.ts'
import { moveBooking } from '../booking/booking-lifecycle.ts'
import { newId } from '../ids/random.ts'
import { issueReceipt } from '../receipts/issue-receipt.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { PaymentRow, ShiftRow, TenderRow } from '../store/money-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { recordPaymentChange, tenderData } from './payment-events.ts'
import { issuePartReceipt, partsWithoutReceipt } from './part-receipts.ts'
import { isOpen, leftOf } from './payment-ledger.ts'

/** Money that is handed over, in whole minor units. */
export interface Taking {
  readonly method: PaymentMethod
  /** What of it pays; at most what is left. */
  readonly amountMinor: number
  /** Cash only: what was handed over, where somebody said it. */
  readonly receivedMinor: number | null
  readonly reference: string | null
  /** Why, where it is not plain. */
  readonly reason: string | null
  readonly actor: string
}

/** A payment after a write, and what is to be told of it. */
export interface PaymentChange {
  readonly payment: PaymentRow
  readonly announcements: readonly Announcement[]
}

/** Why nothing can be taken for a payment any more. */
export function refuseClosed({ state }: PaymentRow): Refusal {
  return state === 'expired' ? refuse('payment_expired') : refuse('invalid_state', `the payment is ${state}`)
}

/**
 * Takes money for an open payment that has not run out. The last part makes it paid: its booking is confirmed and its
 * receipt issued in this very transaction. Refuses before it writes anything.
 */
export async function takeTender(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  payment: PaymentRow,
  taking: Taking,
): Promise<PaymentChange | Refusal> {
  if (!isOpen(payment)) return refuseClosed(payment)
  const shift = await tx.openShift()
  if (shift === undefined) return refuse('no_open_shift')
  const { amountMinor, receivedMinor, actor } = taking
  const left = leftOf(payment)
  if (amountMinor > left) return refuse('amount_too_high', undefined, { left_minor: left })
  if (receivedMinor !== null && receivedMinor < amountMinor) return refuse('cash_too_little')
  const taken: PaymentRow = { ...payment, state: 'pending', paidMinor: payment.paidMinor + amountMinor }
  await tx.updatePayment(payment.id, { state: taken.state, paidMinor: taken.paidMinor })
  const announcements: Announcement[] = []
  // What costs nothing is paid by saying so: there is no money to write down.
  if (amountMinor > 0) {
    const tender = await insertTender(tx, means, taken, shift, taking)
    const change = { what: 'recorded' as const, actor, data: tenderData(tender) }
    announcements.push(await recordPaymentChange(tx, site, taken, change))
  }
  if (leftOf(taken) > 0) return { payment: taken, announcements }
  const settled = await settlePayment(tx, site, means, { payment: taken, shift, actor })
  return { payment: settled.payment, announcements: [...announcements, ...settled.announcements] }
}

/** Writes down money that came. The caller adds it to its payment. */
export async function insertTender(
  tx: Transaction,
  { random }: ReceiptMeans,
  { id: paymentId, currency }: PaymentRow,
  shift: ShiftRow,
  { method, amountMinor, receivedMinor, reference, reason, actor }: Taking,
): Promise<TenderRow> {
  const tender: TenderRow = {
    id: newId(random),
    paymentId,
    kind: 'payment',
    method,
    amountMinor,
    currency,
    receivedMinor,
    changeMinor: receivedMinor === null ? null : receivedMinor - amountMinor,
    reference,
    reason,
    shiftId: shift.id,
    at: tx.at,
    recordedBy: actor,
  }
  await tx.insertTender(tender)
  return tender
}

/**
 * Makes a payment of which nothing is left paid: the booking it is for is confirmed, the receipt issued, and those of
 * parts before it that counted towards the price.
 */
export async function settlePayment(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  { payment, shift, actor }: { payment: PaymentRow; shift: ShiftRow; actor: string },
): Promise<PaymentChange> {
  const paid: PaymentRow = { ...payment, state: 'paid' }
  await tx.updatePayment(paid.id, { state: 'paid' })
  const confirmed = paid.bookingId === null ? [] : await confirmBooking(tx, site, paid.bookingId, actor)
  const parts = paid.stayId === null ? [] : await partsWithoutReceipt(tx, paid.stayId)
  for (const part of parts) {
    if (part.id !== paid.id) await issuePartReceipt(tx, site, means, { payment: part, shift, actor })
  }
  await issueReceipt(tx, site, means, { payment: paid, shift, actor })
  const data = { amount_minor: paid.paidMinor, discount_minor: paid.discountMinor }
  const settled = await recordPaymentChange(tx, site, paid, { what: 'settled', actor, data })
  return { payment: paid, announcements: [...confirmed, settled] }
}

async function confirmBooking(
  tx: Transaction,
  site: SiteRow,
  bookingId: string,
  actor: string,
): Promise<readonly Announcement[]> {
  const booking = await tx.booking(bookingId)
  if (booking === undefined) throw new Error(`booking ${bookingId} is gone`)
  const change = await moveBooking(tx, site, booking, 'confirmed', actor)
  if (isRefusal(change)) throw new Error(`booking ${bookingId} has an open payment and is ${booking.state}`)
  const seq = await tx.lastEventSeq()
  const at = toSiteIso(tx.at, site.timezone)
  const { reference } = booking
  return [
    ...change.announcements,
    { notification: { type: 'payment_recorded', seq, at, booking_id: bookingId, reference } },
  ]
}
