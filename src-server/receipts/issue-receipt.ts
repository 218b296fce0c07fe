import { newId } from '../ids/random.ts'
import type { PaymentRow, ReceiptRow, ShiftRow, TenderRow } from '../store/money-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { creditContent, receiptContent, type ReceiptContent } from './receipt-content.ts'
import { receiptLabel } from './receipt-label.ts'
import type { ReceiptMeans } from './receipt-means.ts'

interface Occasion {
  readonly payment: PaymentRow
  readonly shift: ShiftRow
  readonly actor: string
}

/** Issues the receipt of a payment in the transaction that makes it paid; its number follows the last without a gap. */
export async function issueReceipt(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  occasion: Occasion,
): Promise<ReceiptRow> {
  const name = await nextName(tx, 'R', means)
  const content = await receiptContent(tx, site, means, { ...occasion, ...name })
  return insert(tx, occasion, { ...name, series: 'R', creditsNumber: null, content })
}

/** Issues the credit note of money that goes back on a receipt. */
export async function issueCreditNote(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  occasion: Occasion & { readonly receipt: ReceiptRow; readonly refund: TenderRow; readonly reason: string },
): Promise<ReceiptRow> {
  const name = await nextName(tx, 'C', means)
  const content = await creditContent(tx, site, means, { ...occasion, ...name })
  return insert(tx, occasion, { ...name, series: 'C', creditsNumber: occasion.receipt.number, content })
}

async function nextName(tx: Transaction, series: 'R' | 'C', { random }: ReceiptMeans) {
  // 128 random bits: nobody finds a receipt by trying.
  return { number: await tx.nextReceiptNumber(series), verifyCode: newId(random) }
}

async function insert(
  tx: Transaction,
  { payment, shift, actor }: Occasion,
  made: Pick<ReceiptRow, 'series' | 'number' | 'creditsNumber' | 'verifyCode'> & { readonly content: ReceiptContent },
): Promise<ReceiptRow> {
  const { content, ...name } = made
  const row: ReceiptRow = {
    ...name,
    paymentId: payment.id,
    issuedAt: tx.at,
    shiftId: shift.id,
    totalMinor: content.totalMinor,
    currency: payment.currency,
    plate: content.plate,
    document: JSON.stringify(content.document),
    prints: 0,
  }
  await tx.insertReceipt(row)
  const label = receiptLabel(row.series, row.number)
  await tx.appendEvent({
    at: tx.at,
    kind: row.series === 'R' ? 'receipt.issued' : 'receipt.credited',
    subject: label,
    actor,
    data: { payment: payment.id, amount_minor: row.totalMinor, currency: row.currency, shift: shift.id },
  })
  return row
}
