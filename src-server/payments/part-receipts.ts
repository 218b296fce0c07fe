import { issueCreditNote, issueReceipt } from '../receipts/issue-receipt.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { PaymentRow, ShiftRow } from '../store/money-rows.ts'
import type { Queries, SiteRow, Transaction } from '../store/store.ts'
import { isOpen, keptOf } from './payment-ledger.ts'

/**
 * Parts that a car paid on its way out for a price that ran out before the rest was paid, oldest first. What is kept of
 * them counts towards what the car pays instead, so they need a receipt once that is paid. One that went back as a whole
 * counts for nothing, and needs none.
 */
export async function partsWithoutReceipt(queries: Queries, stayId: string): Promise<readonly PaymentRow[]> {
  const parts: PaymentRow[] = []
  for (const payment of await queries.paymentsOf({ stayId })) {
    if (isOpen(payment) || keptOf(payment) === 0) continue
    if ((await queries.receiptsOf(payment.id)).length === 0) parts.unshift(payment)
  }
  return parts
}

/** Issues the receipt of such a part over all that was taken, and a credit note for each time some of it went back. */
export async function issuePartReceipt(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  occasion: { readonly payment: PaymentRow; readonly shift: ShiftRow; readonly actor: string },
): Promise<void> {
  const receipt = await issueReceipt(tx, site, means, occasion)
  for (const refund of await tx.tendersOf(occasion.payment.id)) {
    if (refund.kind !== 'refund') continue
    await issueCreditNote(tx, site, means, { ...occasion, receipt, refund, reason: refund.reason ?? '' })
  }
}
