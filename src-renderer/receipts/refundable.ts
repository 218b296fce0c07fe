import type { Payment, PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { Receipt } from '../../src-shared/api/receipt-schemas.ts'
import type { Money } from '../../src-shared/format/money.ts'

/** What of a receipt's payment can still go back, and the way it last came; undefined where nothing can. */
export function refundable(
  { series }: Pick<Receipt, 'series'>,
  { paid, refunded, tenders }: Pick<Payment, 'paid' | 'refunded' | 'tenders'>,
): { readonly amount: Money; readonly method: PaymentMethod } | undefined {
  const left = paid.amount_minor - refunded.amount_minor
  if (series !== 'R' || left <= 0) return undefined
  const method = tenders.findLast(({ kind }) => kind === 'payment')?.method ?? 'cash'
  return { amount: { ...paid, amount_minor: left }, method }
}
