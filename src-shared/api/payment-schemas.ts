import * as v from 'valibot'
import { paymentStates } from '../payment/payment-states.ts'
import { Breakdown } from '../tariff/breakdown.ts'
import { Id, Instant, Money } from './fields.ts'

export const PaymentMethod = v.picklist(['cash', 'card', 'upi'])
export type PaymentMethod = v.InferOutput<typeof PaymentMethod>

export const ReasonText = v.pipe(v.string(), v.trim(), v.minLength(3, 'must say why, in a few words'), v.maxLength(200))

/** A whole number of minor units that a person counted: cash handed over, a part of a split. Never a price. */
const CountedMinor = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000))

/** Money handed over at the counter. The server knows what is due; without `part_minor` it is all that is left. */
export const TenderRequest = v.strictObject({
  method: PaymentMethod,
  /** What of it is paid by this method, where a customer splits; never more than is left. */
  part_minor: v.optional(CountedMinor),
  /** Cash only: what was handed over; the server says the change. */
  cash_received_minor: v.optional(CountedMinor),
  /** Card and UPI: what the terminal or the app calls the payment. */
  terminal_reference: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64))),
})
export type TenderRequest = v.InferOutput<typeof TenderRequest>

export const Tender = v.object({
  id: Id,
  kind: v.picklist(['payment', 'refund']),
  method: PaymentMethod,
  amount: Money,
  received: v.nullable(Money),
  change: v.nullable(Money),
  terminal_reference: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  at: Instant,
  recorded_by: v.string(),
})

export const ReceiptName = v.object({
  series: v.picklist(['R', 'C']),
  number: v.pipe(v.number(), v.integer()),
  /** As it is printed: `R-000123`. */
  label: v.string(),
})
export type ReceiptName = v.InferOutput<typeof ReceiptName>

/** What somebody owes, and what of it was paid, for a booking or a stay. */
export const Payment = v.object({
  id: Id,
  state: v.picklist(paymentStates),
  booking_id: v.nullable(Id),
  stay_id: v.nullable(Id),
  /** Before discounts. */
  gross: Money,
  discount: Money,
  /** What is still to be paid. */
  left: Money,
  paid: Money,
  refunded: Money,
  /** When it is too late to pay; null where nothing runs out. */
  expires_at: v.nullable(Instant),
  /** How the price came about; null for a wash, which has a fixed price. */
  breakdown: v.nullable(Breakdown),
  tenders: v.array(Tender),
  discounts: v.array(v.object({ amount: Money, reason: v.string(), given_by: v.string(), at: Instant })),
  receipts: v.array(ReceiptName),
})
export type Payment = v.InferOutput<typeof Payment>

/** A QR that a customer's own banking app pays by: the exact amount, good until it expires. */
export const PaymentQr = v.object({
  uri: v.string(),
  qr_svg: v.string(),
  amount: Money,
  expires_at: v.nullable(Instant),
})
export type PaymentQr = v.InferOutput<typeof PaymentQr>
