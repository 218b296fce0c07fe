import * as v from 'valibot'
import { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import { actorName } from '../identity/actor-name.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import { plainPrice, priceOf } from '../payments/payment-price.ts'
import type { PaymentRow, ReceiptRow, ShiftRow, TenderRow } from '../store/money-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { discountLines, priceLines, taxLine, tenderLine } from './document-lines.ts'
import { plainLine, plainLines } from './plain-line.ts'
import { receiptLabel } from './receipt-label.ts'
import type { ReceiptMeans } from './receipt-means.ts'
import { verificationUrl } from './verification-url.ts'
import { receiptSubject } from './receipt-subject.ts'

/** What is frozen: the row's own columns, and the document. */
export interface ReceiptContent {
  readonly totalMinor: number
  readonly plate: string
  readonly document: ReceiptDocument
}

export interface Issue {
  readonly payment: PaymentRow
  readonly shift: ShiftRow
  readonly number: number
  readonly verifyCode: string
  /** Who issues it, as the trail names them. */
  readonly actor: string
}

/** The document of what was paid: of a payment in full, or of a part that counts elsewhere. */
export async function receiptContent(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  issue: Issue,
): Promise<ReceiptContent> {
  const { payment } = issue
  const whole = await priceOf(tx, payment)
  const price = whole.total_minor === payment.paidMinor ? whole : plainPrice(payment.paidMinor, whole.tax)
  const subject = await receiptSubject(tx, site, payment)
  const tenders = (await tx.tendersOf(payment.id)).filter(({ kind }) => kind === 'payment')
  const document = v.parse(ReceiptDocument, {
    ...(await headOf(tx, site, means, 'R', issue)),
    kind: 'receipt',
    ...subject,
    ...plateOf(subject),
    lines: priceLines(price, subject, payment.currency, means.words()),
    discounts: discountLines(price, await tx.discountsOf(payment.id), means.words()),
    ...taxLine(price, means.words()),
    total_minor: price.total_minor,
    tenders: tenders.map(tenderLine),
  } satisfies ReceiptDocument)
  return { totalMinor: price.total_minor, plate: subject.plate, document }
}

/** The document of money that goes back on a receipt. */
export async function creditContent(
  tx: Transaction,
  site: SiteRow,
  means: ReceiptMeans,
  issue: Issue & { readonly receipt: ReceiptRow; readonly refund: TenderRow; readonly reason: string },
): Promise<ReceiptContent> {
  const { payment, receipt, refund, reason } = issue
  const { tax } = await priceOf(tx, payment)
  const price = plainPrice(refund.amountMinor, tax)
  // The plate of the receipt that it corrects: the booking's own may have been erased since.
  const subject = { ...(await receiptSubject(tx, site, payment)), plate: receipt.plate }
  const document = v.parse(ReceiptDocument, {
    ...(await headOf(tx, site, means, 'C', issue)),
    kind: 'credit_note',
    credits: { display_number: receiptLabel('R', receipt.number), reason: plainLine(reason, 240) },
    ...subject,
    ...plateOf(subject),
    lines: [{ text: means.words()('money.refund'), amount_minor: price.subtotal_minor }],
    discounts: [],
    ...taxLine(price, means.words()),
    total_minor: price.total_minor,
    tenders: [tenderLine(refund)],
  } satisfies ReceiptDocument)
  return { totalMinor: price.total_minor, plate: subject.plate, document }
}

/** A receipt of a booking whose plate was erased says nothing of one. */
function plateOf({ plate }: { readonly plate: string }): { plate: string | undefined } {
  return { plate: plate === '' ? undefined : plate }
}

async function headOf(tx: Transaction, site: SiteRow, means: ReceiptMeans, series: 'R' | 'C', issue: Issue) {
  const taxLabel = site.currency === 'INR' ? 'money.taxIdIndia' : 'money.taxId'
  const taxId = plainLine(site.taxId, 40)
  const phone = plainLine(site.phone, 24)
  return {
    format: 1 as const,
    number: issue.number,
    series,
    display_number: receiptLabel(series, issue.number),
    site: {
      name: plainLine(site.businessName, 80) || plainLine(site.name, 80) || 'Kerbside',
      address: plainLines(site.address, 80, 6),
      registrations: taxId === '' ? [] : [{ label: means.words()(taxLabel), number: taxId }],
      ...(phone === '' ? {} : { phone }),
    },
    issued_at: toSiteIso(tx.at, site.timezone),
    currency: issue.payment.currency,
    shift_number: issue.shift.number,
    attendant: plainLine(await actorName(tx, issue.actor), 80) || issue.actor,
    clock: { state: means.clock.state, uncertainty_ms: means.uncertaintyMs() },
    verification_url: verificationUrl(means.customerPage(), issue.verifyCode),
    language: means.words().language,
    footer: plainLines(site.receiptFooter, 160, 8),
  }
}
