import * as v from 'valibot'
import { Instant } from '../api/fields.ts'

/** Whole minor units; a cap's line is negative. */
const Minor = v.pipe(v.number(), v.integer())
const NotNegative = v.pipe(Minor, v.minValue(0))

/** Every way to say what a line is for; the messages are in `i18n/messages/en/tariff.ts`. */
const LineKey = v.picklist([
  'tariff.line.grace',
  'tariff.line.permit',
  'tariff.line.booked',
  'tariff.line.flat.whole',
  'tariff.line.flat.first',
  'tariff.line.flat.next',
  'tariff.line.flat.open',
  'tariff.line.tiered',
  'tariff.line.tiered.open',
  'tariff.line.incrementing',
  'tariff.line.surcharge',
  'tariff.line.cap.24_hours',
  'tariff.line.cap.calendar_day',
  'tariff.line.lost_ticket',
])

const BreakdownLine = v.object({
  kind: v.picklist(['grace', 'permit', 'booked', 'flat', 'tiered', 'incrementing', 'surcharge', 'cap', 'lost_ticket']),
  /** Whether it is for the stay itself, or for the time after a booked end. */
  part: v.picklist(['stay', 'overstay']),
  /** The band whose line it is, with its hours on the site's clock; null for the class's own lines. */
  band: v.nullable(v.object({ name: v.string(), from: v.string(), to: v.string() })),
  /** What to say, in any language. Values named `…_minor` are money, `…_minutes` a length of time (see `lineWords`). */
  label: v.object({ key: LineKey, values: v.record(v.string(), v.number()) }),
  from: Instant,
  to: Instant,
  /** Minutes that the line counts, a started one whole; 0 where it counts none. Less than from–to where a band cuts in. */
  minutes: NotNegative,
  amount_minor: Minor,
})
export type BreakdownLine = v.InferOutput<typeof BreakdownLine>

/** A reduction: basis points of what is left to pay, or an amount; never more than is left. */
export const Discount = v.variant('kind', [
  v.strictObject({ kind: v.literal('percent_bps'), value: v.pipe(NotNegative, v.maxValue(10_000)) }),
  v.strictObject({ kind: v.literal('amount'), value: NotNegative }),
])
export type Discount = v.InferOutput<typeof Discount>

/**
 * A price and how it came about, as a quote freezes it and a receipt prints it. All amounts are whole minor units of the
 * site's currency; subtotal = sum of the lines; net + tax = total, exactly.
 */
export const Breakdown = v.object({
  lines: v.array(BreakdownLine),
  subtotal_minor: NotNegative,
  /** In the order in which they were given, each with what it took off the subtotal. */
  discounts: v.array(
    v.object({ kind: v.picklist(['percent_bps', 'amount']), value: NotNegative, amount_minor: NotNegative }),
  ),
  tax: v.object({
    label: v.string(),
    rate_bps: NotNegative,
    included: v.boolean(),
    amount_minor: NotNegative,
    net_minor: NotNegative,
  }),
  total_minor: NotNegative,
})
export type Breakdown = v.InferOutput<typeof Breakdown>
