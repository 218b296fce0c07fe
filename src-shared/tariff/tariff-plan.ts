import * as v from 'valibot'
import { BayClass } from '../api/fields.ts'

/** What one line or step may cost: whole minor units, never negative. */
const Price = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000))

/** A point on a line's scale in whole minutes: up to a year. */
const Minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(525_600))
const StepMinutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(44_640))
const GraceMinutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440))

/** A time of day on the site's clock, HH:MM. */
const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM'))
/** The end of a band: HH:MM, or `24:00` for midnight. */
const EndOfBand = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day, HH:MM'))

/** What the owner calls a thing, in the site's language. */
const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))

/** Where a line applies: after `from_minute`, up to and including `to_minute`; null has no end. */
const range = { from_minute: Minute, to_minute: v.nullable(Minute) }

/** One price, due once the line is entered, on top of the lines before it. */
const FlatLine = v.strictObject({ kind: v.literal('flat'), ...range, price_minor: Price })
/** One price for everything up to the line's end, in place of the lines before it. */
const TieredLine = v.strictObject({ kind: v.literal('tiered'), ...range, price_minor: Price })
/** A price for each started step, on top of the lines before it. A step that the line's end cuts short counts whole. */
const IncrementingLine = v.strictObject({
  kind: v.literal('incrementing'),
  ...range,
  step_minutes: StepMinutes,
  price_minor: Price,
})

/** A line of a tariff, in the words of APDS (ISO/TS 5206-1). */
const TariffLine = v.variant('kind', [FlatLine, TieredLine, IncrementingLine])
export type TariffLine = v.InferOutput<typeof TariffLine>

const Lines = v.pipe(v.array(TariffLine), v.minLength(1), v.maxLength(50))
const BayClasses = v.pipe(v.array(BayClass), v.minLength(1), v.maxLength(BayClass.options.length))

const TariffRate = v.strictObject({
  /** The classes of bay that pay this rate; over all rates, each class stands once. */
  bay_classes: BayClasses,
  lines: Lines,
  /** The most that one day costs, bands included; null is no limit. */
  daily_cap_minor: v.nullable(Price),
})
export type TariffRate = v.InferOutput<typeof TariffRate>

/** Hours of the day with lines of their own, which take the place of the class's lines for the minutes in them. */
const TariffBand = v.strictObject({
  name: Name,
  /** From this time of day on the site's clock to that one; an end before the beginning is on the next day. */
  from: TimeOfDay,
  to: EndOfBand,
  bay_classes: BayClasses,
  /** Counted from 0 for each occurrence: a flat line with no end is one price a night. */
  lines: Lines,
})
export type TariffBand = v.InferOutput<typeof TariffBand>

/** What is due beyond a booked end and the exit grace: the class's rate as for a new stay, alone or with a surcharge, or lines of its own. */
const Overstay = v.variant('kind', [
  v.strictObject({ kind: v.literal('tariff') }),
  v.strictObject({ kind: v.literal('surcharge'), step_minutes: StepMinutes, price_minor: Price }),
  v.strictObject({ kind: v.literal('lines'), lines: Lines }),
])

const Tax = v.strictObject({
  /** As on the receipt: GST, VAT. */
  label: Name,
  /** Basis points: 1800 is 18 %. */
  rate_bps: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  /** Whether the prices above contain it. */
  included: v.boolean(),
})
export type Tax = v.InferOutput<typeof Tax>

/**
 * A tariff: what an owner edits, and what a version freezes. Its form is checked here, its sense by `planProblems`;
 * only a plan without errors may be priced. Money is in whole minor units of the site's currency.
 */
export const TariffPlan = v.strictObject({
  rates: v.pipe(v.array(TariffRate), v.minLength(1), v.maxLength(BayClass.options.length)),
  bands: v.pipe(v.array(TariffBand), v.maxLength(20)),
  /** What a cap's day is: each 24 hours from entry, or the site's calendar day. */
  cap_per: v.optional(v.picklist(['24_hours', 'calendar_day']), '24_hours'),
  /** A stay no longer than this costs nothing. */
  entry_grace_minutes: GraceMinutes,
  /** How long a car may take to leave after paying, or after its booked end. */
  exit_grace_minutes: GraceMinutes,
  overstay: Overstay,
  /** The least that a stay costs whose ticket is lost. */
  lost_ticket_minor: Price,
  tax: Tax,
})
export type TariffPlan = v.InferOutput<typeof TariffPlan>
