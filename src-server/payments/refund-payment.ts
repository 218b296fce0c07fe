import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { paymentMayBecome } from '../../src-shared/payment/payment-states.ts'
import { newId } from '../ids/random.ts'
import { issueCreditNote } from '../receipts/issue-receipt.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { PaymentRow, TenderRow } from '../store/money-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { recordPaymentChange, tenderData } from './payment-events.ts'
import { keptOf } from './payment-ledger.ts'
import type { PaymentChange } from './take-tender.ts'

/** Money that goes back. */
export interface GivingBack {
  readonly method: PaymentMethod
  /** Whole minor units; all that is in the payment when nothing is said. */
  readonly amountMinor: number | undefined
  readonly reference: string | null
  readonly reason: string
  readonly actor: string
}

/**
 * Gives back money that is in a payment, never more than was paid, out of the open shift. Where a receipt was issued, a
 * credit note corrects it. Refuses before it writes anything.
 */
export async function refundPayment(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  payment: PaymentRow,
  { method, amountMinor, reference, reason, actor }: GivingBack,
): Promise<PaymentChange | Refusal> {
  const kept = keptOf(payment)
  if (!paymentMayBecome(payment.state, 'refunded') || kept === 0) {
    return refuse('invalid_state', `a payment that is ${payment.state} has nothing to give back`)
  }
  const shift = await tx.openShift()
  if (shift === undefined) return refuse('no_open_shift')
  const amount = amountMinor ?? kept
  if (amount > kept) return refuse('amount_too_high', undefined, { left_minor: kept })
  const refund: TenderRow = {
    id: newId(means.random),
    paymentId: payment.id,
    kind: 'refund',
    method,
    amountMinor: amount,
    currency: payment.currency,
    receivedMinor: null,
    changeMinor: null,
    reference,
    reason,
    shiftId: shift.id,
    at: tx.at,
    recordedBy: actor,
  }
  await tx.insertTender(refund)
  const refundedMinor = payment.refundedMinor + amount
  const state = amount === kept ? 'refunded' : 'part_refunded'
  await tx.updatePayment(payment.id, { state, refundedMinor })
  const refunded: PaymentRow = { ...payment, state, refundedMinor }
  const receipt = (await tx.receiptsOf(payment.id)).find(({ series }) => series === 'R')
  if (receipt !== undefined) {
    await issueCreditNote(tx, site, means, { payment: refunded, shift, actor, receipt, refund, reason })
  }
  const change = { what: 'refunded' as const, actor, data: tenderData(refund) }
  return { payment: refunded, announcements: [await recordPaymentChange(tx, site, refunded, change)] }
}
