import * as v from 'valibot'
import { languageTags } from '../i18n/languages.ts'
import { ReceiptDocument } from '../receipts/receipt-document.ts'
import { Id, Instant, Money } from './fields.ts'
import { ReceiptName } from './payment-schemas.ts'

export const Paper = v.picklist(['roll80', 'a4'])
export type Paper = v.InferOutput<typeof Paper>

/** What a print is made on. Its labels are in the language chosen here, else in the one that the receipt was issued in. */
export const PaperRequest = v.strictObject({ paper: Paper, language: v.optional(v.picklist(languageTags)) })

export const ReceiptSummary = v.object({
  ...ReceiptName.entries,
  payment_id: Id,
  issued_at: Instant,
  plate: v.string(),
  total: Money,
  /** Whether the original was printed. */
  printed: v.boolean(),
  /** How many copies were printed after it. */
  copies: v.number(),
})
export type ReceiptSummary = v.InferOutput<typeof ReceiptSummary>

export const Receipt = v.object({ ...ReceiptSummary.entries, document: ReceiptDocument })
export type Receipt = v.InferOutput<typeof Receipt>

/** What the server says of a receipt to whoever holds it: enough to see that it is genuine, and how the car is doing. */
export const VerifiedReceipt = v.object({
  label: v.string(),
  site: v.string(),
  issued_at: Instant,
  total: Money,
  /** Its last characters only: whoever finds a receipt learns no plate. */
  plate: v.string(),
  /** Credit notes against it, so that a refunded receipt does not pass for a good one. */
  credited: Money,
  /** Where its booking stands: `ready` tells that the car can be fetched. */
  booking: v.nullable(
    v.object({ reference: v.string(), state: v.string(), wash_state: v.nullable(v.string()), start: Instant }),
  ),
})
export type VerifiedReceipt = v.InferOutput<typeof VerifiedReceipt>
