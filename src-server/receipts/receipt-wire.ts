import type { Receipt, ReceiptSummary, VerifiedReceipt } from '../../src-shared/api/receipt-schemas.ts'
import { maskedPlate } from '../../src-shared/plate/plate.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'
import { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ReceiptRow } from '../store/money-rows.ts'
import type { Queries, SiteRow } from '../store/store.ts'
import { receiptLabel, receiptName } from './receipt-label.ts'
import { verificationUrl } from './verification-url.ts'

export function toReceiptSummary(receipt: ReceiptRow, timezone: string): ReceiptSummary {
  const { paymentId, issuedAt, plate, totalMinor, currency, prints } = receipt
  return {
    ...receiptName(receipt),
    payment_id: paymentId,
    issued_at: toSiteIso(issuedAt, timezone),
    plate,
    total: { amount_minor: totalMinor, currency },
    printed: prints > 0,
    copies: Math.max(0, prints - 1),
  }
}

/** @param page where a customer's phone opens the kiosk's page now */
export function toReceipt(receipt: ReceiptRow, timezone: string, page: string): Receipt {
  return { ...toReceiptSummary(receipt, timezone), document: documentOf(receipt, page) }
}

/**
 * The document as it was frozen, except for the address at which it is checked: the code is the receipt's for good, the
 * server may have moved since.
 */
export function documentOf({ document, series, number, verifyCode }: ReceiptRow, page: string): ReceiptDocument {
  const read = parseJson(ReceiptDocument, document)
  if (read === undefined) throw new Error(`the document of ${receiptLabel(series, number)} is not of its form`)
  return { ...read, verification_url: verificationUrl(page, verifyCode) }
}

/** What a receipt tells whoever holds it: that it is genuine, what went back on it, and how its booking is doing. */
export async function toVerified(queries: Queries, site: SiteRow, receipt: ReceiptRow): Promise<VerifiedReceipt> {
  const { series, number, currency } = receipt
  const money = (amount_minor: number) => ({ amount_minor, currency })
  const notes = (await queries.receiptsOf(receipt.paymentId)).filter(
    (other) => series === 'R' && other.series === 'C' && other.creditsNumber === number,
  )
  return {
    label: receiptLabel(series, number),
    site: site.name,
    issued_at: toSiteIso(receipt.issuedAt, site.timezone),
    total: money(receipt.totalMinor),
    plate: maskedPlate(receipt.plate),
    credited: money(notes.reduce((sum, { totalMinor }) => sum + totalMinor, 0)),
    booking: await bookingOf(queries, site, receipt),
  }
}

async function bookingOf(
  queries: Queries,
  { timezone }: SiteRow,
  { paymentId }: ReceiptRow,
): Promise<VerifiedReceipt['booking']> {
  const bookingId = (await queries.payment(paymentId))?.bookingId ?? null
  const booking = bookingId === null ? undefined : await queries.booking(bookingId)
  if (booking === undefined) return null
  const job = await queries.washJobOfBooking(booking.id)
  const { reference, state, startsAt } = booking
  return { reference, state, wash_state: job?.state ?? null, start: toSiteIso(startsAt, timezone) }
}
