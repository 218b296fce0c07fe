import * as v from 'valibot'
import { shiftStates } from '../shift/shift-states.ts'
import { Id, Instant, Money } from './fields.ts'
import { PaymentMethod } from './payment-schemas.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Minor = v.pipe(v.number(), v.integer())

export const CashMove = v.object({
  id: Id,
  kind: v.picklist(['in', 'out', 'drawer_open']),
  amount: Money,
  reason: v.string(),
  at: Instant,
  recorded_by: v.string(),
})

/** The shift as its attendant sees it while it is open: never what the drawer should hold, so that the count is blind. */
export const OpenShift = v.object({
  id: Id,
  number: Count,
  opened_at: Instant,
  opened_by: v.string(),
  float: Money,
  tenders: Count,
  cash_moves: v.array(CashMove),
})
export type OpenShift = v.InferOutput<typeof OpenShift>

/** What a closed shift took, frozen. Amounts are minor units of `currency`. */
export const ZReport = v.object({
  number: Count,
  currency: v.string(),
  opened_at: Instant,
  opened_by: v.string(),
  closed_at: Instant,
  closed_by: v.string(),
  handed_over_to: v.nullable(v.string()),
  float_minor: Minor,
  by_method: v.array(v.object({ method: PaymentMethod, count: Count, paid_minor: Minor, refunded_minor: Minor })),
  /** Paid less refunded, all methods. */
  takings_minor: Minor,
  discounts_minor: Minor,
  cash_in_minor: Minor,
  cash_out_minor: Minor,
  drawer_opens: Count,
  /** Float + cash paid − cash refunded + cash in − cash out. */
  expected_minor: Minor,
  counted_minor: Minor,
  /** Counted − expected. */
  variance_minor: Minor,
  first_receipt: v.nullable(v.string()),
  last_receipt: v.nullable(v.string()),
  receipts: Count,
  credit_notes: Count,
  /** The line of the audit trail that closes the shift, and the first 32 digits of its hash; reports of before have none. */
  trail: v.optional(v.object({ line: Count, code: v.string() })),
})
export type ZReport = v.InferOutput<typeof ZReport>

export const ShiftSummary = v.object({
  id: Id,
  number: Count,
  state: v.picklist(shiftStates),
  opened_at: Instant,
  opened_by: v.string(),
  closed_at: v.nullable(Instant),
  closed_by: v.nullable(v.string()),
  variance: v.nullable(Money),
  takings: v.nullable(Money),
})
export type ShiftSummary = v.InferOutput<typeof ShiftSummary>
