import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { stayMayBecome } from '../../src-shared/stay/stay-states.ts'
import type { Announcement } from '../events/announcement.ts'
import { moveBooking } from '../booking/booking-lifecycle.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Done } from '../decisions/decide.ts'
import { issuePartReceipt, partsWithoutReceipt } from '../payments/part-receipts.ts'
import { isOpen, leftOf } from '../payments/payment-ledger.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { QuoteRow, StayView } from '../store/car-park-rows.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Ms, SiteRow, Transaction } from '../store/store.ts'
import { isInExitGrace } from '../tariff/price-stay.ts'
import type { ExitMeans } from './exit-quote.ts'
import { coveredBy, stayAccount } from './stay-account.ts'
import { recordStayChange, rereadStay } from './stay-events.ts'
import { tariffById } from './tariff-in-force.ts'

/**
 * Lets a car out when nothing is due: all is paid and the grace after paying is not over, the last quote was free and
 * holds, or nothing would be asked for now. Its bay is free from then on. Parts that cover the price by themselves, so
 * that nothing was paid after them, get their receipts now, which takes an open shift.
 */
export async function leaveLot(
  tx: Transaction,
  site: SiteRow,
  means: ExitMeans & ReceiptMeans,
  stay: StayView,
  actor: string,
): Promise<Done<StayView> | Refusal> {
  if (!stayMayBecome(stay.state, 'exited')) return refuse('invalid_state', `the car is ${stay.state}`)
  const payments = await tx.paymentsOf({ stayId: stay.id })
  const open = payments.find(isOpen)
  if (open !== undefined) return paymentDue(open.currency, leftOf(open), open.id)
  const quote = stay.exitQuoteId === null ? undefined : await tx.quote(stay.exitQuoteId)
  const byQuote = quote !== undefined && (await holdsStill(tx, means, stay, quote, payments))
  if (!byQuote) {
    const refusal = await dueRefusal(tx, site, means, stay)
    if (refusal !== undefined) return refusal
  }
  const withoutShift = await receiptParts(tx, site, means, stay, actor)
  if (withoutShift !== undefined) return withoutShift
  const isManual = byQuote && quote !== undefined && quote.toAt !== quote.createdAt
  return endStay(tx, site, stay, {
    exitedAt: Math.max(stay.enteredAt, isManual ? quote.toAt : tx.at),
    actor,
    clockState: means.clock.state,
  })
}

async function receiptParts(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  stay: StayView,
  actor: string,
): Promise<Refusal | undefined> {
  const parts = await partsWithoutReceipt(tx, stay.id)
  if (parts.length === 0) return undefined
  const shift = await tx.openShift()
  if (shift === undefined) return refuse('no_open_shift')
  for (const payment of parts) await issuePartReceipt(tx, site, means, { payment, shift, actor })
  return undefined
}

function paymentDue(currency: string, amount_minor: number, payment_id: string | null): Refusal {
  return refuse('payment_due', undefined, { left: { amount_minor, currency }, payment_id })
}

/** Whether what was last asked for is paid, and the car still in time to leave on it. */
async function holdsStill(
  tx: Transaction,
  means: ExitMeans,
  stay: StayView,
  quote: QuoteRow,
  payments: readonly PaymentRow[],
): Promise<boolean> {
  const asked = payments.filter(({ quoteId }) => quoteId === quote.id)
  const payment = asked.find(({ state }) => state === 'paid')
  if (asked.length > 0 && payment === undefined) return false
  // Parts that were counted when it was named may have gone back since.
  if (coveredBy(payments) < quote.amountMinor) return false
  // No clock can say how late it is: what was asked for was paid, and the barrier opens.
  if (isClockUntrusted(means.clock) || tx.at < quote.expiresAt) return true
  if (payment === undefined) return false
  const { plan } = await tariffById(tx, stay.tariffVersionId)
  const uncertaintyMs = means.uncertaintyMs()
  return isInExitGrace(plan, { paidAt: await paidAt(tx, payment), leftAt: tx.at, uncertaintyMs })
}

async function paidAt(tx: Transaction, payment: PaymentRow): Promise<Ms> {
  const tenders = (await tx.tendersOf(payment.id)).filter(({ kind }) => kind === 'payment')
  return Math.max(payment.createdAt, ...tenders.map(({ at }) => at))
}

async function dueRefusal(
  tx: Transaction,
  site: SiteRow,
  means: ExitMeans,
  stay: StayView,
): Promise<Refusal | undefined> {
  if (isClockUntrusted(means.clock)) {
    // What a booking or a permit covers needs no clock to be said.
    const isCovered = stay.permitId !== null || stay.bookingId !== null
    return isCovered ? undefined : refuse('clock_untrusted')
  }
  const { lostTicket } = stay
  const account = await stayAccount(tx, site, stay, {
    leftAt: tx.at,
    lostTicket,
    uncertaintyMs: means.uncertaintyMs(),
  })
  return account.leftMinor === 0 ? undefined : paymentDue(site.currency, account.leftMinor, null)
}

interface End {
  readonly exitedAt: Ms
  readonly actor: string
  readonly clockState: string
}

async function endStay(tx: Transaction, site: SiteRow, stay: StayView, end: End): Promise<Done<StayView>> {
  const { exitedAt, actor, clockState } = end
  await tx.updateStay(stay.id, { state: 'exited', exitedAt })
  const released = await releaseBay(tx, site, stay, 'completed', actor)
  const left = await rereadStay(tx, stay.id)
  const payments = await tx.paymentsOf({ stayId: stay.id })
  const data = {
    entered_at: stay.enteredAt,
    exited_at: exitedAt,
    paid_minor: payments.reduce((sum, { paidMinor, refundedMinor }) => sum + paidMinor - refundedMinor, 0),
    currency: site.currency,
    clock_state: clockState,
  }
  const exited = await recordStayChange(tx, site, left, { what: 'exited', actor, data })
  return { answer: left, announcements: [...released, exited] }
}

/** Frees the bay of a stay that has ended, and ends the booking that it was for. */
export async function releaseBay(
  tx: Transaction,
  site: SiteRow,
  stay: StayView,
  bookingBecomes: 'completed' | 'cancelled',
  actor: string,
): Promise<readonly Announcement[]> {
  const allocation = await tx.allocationOf({ stayId: stay.id })
  if (allocation !== undefined) await tx.updateAllocation(allocation.id, { state: 'released' })
  const booking = stay.bookingId === null ? undefined : await tx.booking(stay.bookingId)
  if (booking === undefined) return []
  const change = await moveBooking(tx, site, booking, bookingBecomes, actor)
  if (isRefusal(change)) throw new Error(`the booking of stay ${stay.id} is ${booking.state}`)
  return change.announcements
}
