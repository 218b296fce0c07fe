import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Discount } from '../../src-shared/tariff/breakdown.ts'
import { applyDiscount } from '../../src-shared/tariff/discount.ts'
import { newId } from '../ids/random.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { recordPaymentChange } from './payment-events.ts'
import { isOpen, leftOf } from './payment-ledger.ts'
import { priceOf } from './payment-price.ts'
import { refuseClosed, settlePayment, type PaymentChange } from './take-tender.ts'

/**
 * Takes something off what is due, never more than is left. A discount that leaves nothing to pay makes the payment
 * paid, with its receipt, so it takes an open shift like any tender. Refuses before it writes anything.
 */
export async function giveDiscount(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  payment: PaymentRow,
  { discount, reason, actor }: { discount: Discount; reason: string; actor: string },
): Promise<PaymentChange | Refusal> {
  if (!isOpen(payment)) return refuseClosed(payment)
  const shift = await tx.openShift()
  if (shift === undefined) return refuse('no_open_shift')
  const before = await priceOf(tx, payment)
  const after = applyDiscount(before, discount)
  const given = after.discounts.at(-1)?.amount_minor ?? 0
  // `applyDiscount` gives no more than there is; whoever asks for more has mistaken the amount.
  const isCut = discount.kind === 'amount' && given < discount.value
  if (isCut || after.total_minor < payment.paidMinor) {
    return refuse('amount_too_high', undefined, { left_minor: leftOf(payment) })
  }
  // Where tax comes on top, more comes off what is to pay than off the price.
  const amountMinor = before.total_minor - after.total_minor
  await tx.insertDiscount({
    id: newId(means.random),
    paymentId: payment.id,
    ...discount,
    amountMinor,
    reason,
    at: tx.at,
    givenBy: actor,
  })
  const discountMinor = payment.discountMinor + amountMinor
  const isFree = after.total_minor === payment.paidMinor
  const reduced: PaymentRow = { ...payment, state: isFree ? 'pending' : payment.state, discountMinor }
  await tx.updatePayment(payment.id, { discountMinor, state: reduced.state })
  const data = { kind: discount.kind, value: discount.value, amount_minor: amountMinor, reason }
  const told = await recordPaymentChange(tx, site, reduced, { what: 'discounted', actor, data })
  if (!isFree) return { payment: reduced, announcements: [told] }
  const settled = await settlePayment(tx, site, means, { payment: reduced, shift, actor })
  return { payment: settled.payment, announcements: [told, ...settled.announcements] }
}
