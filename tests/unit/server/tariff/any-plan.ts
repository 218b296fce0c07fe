import fc from 'fast-check'
import { BayClass } from '../../../../src-shared/api/fields.ts'
import type { TariffBand, TariffLine, TariffPlan } from '../../../../src-shared/tariff/tariff-plan.ts'

const price = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30_000 }))

interface RawLine {
  readonly kind: TariffLine['kind']
  readonly length: number
  readonly step: number
  readonly price: number
}

const rawLine = fc.record<RawLine>({
  kind: fc.constantFrom('flat', 'tiered', 'incrementing'),
  length: fc.integer({ min: 1, max: 300 }),
  step: fc.integer({ min: 1, max: 200 }),
  price,
})

/** Joins lines end to end; a tier's price is on top of what stands before it, so that it is never cheaper. */
function joined(raw: readonly RawLine[]): TariffLine[] {
  let begin = 0
  let before = 0
  return raw.map((line, index) => {
    const isLast = index === raw.length - 1
    const range = { from_minute: begin, to_minute: isLast ? null : begin + line.length }
    begin += line.length
    if (line.kind === 'tiered') {
      before += line.price
      return { kind: 'tiered', ...range, price_minor: before }
    }
    before += line.kind === 'flat' ? line.price : line.price * Math.ceil(line.length / line.step)
    return line.kind === 'flat'
      ? { kind: 'flat', ...range, price_minor: line.price }
      : { kind: 'incrementing', ...range, step_minutes: line.step, price_minor: line.price }
  })
}

const lines = fc.array(rawLine, { minLength: 1, maxLength: 5 }).map(joined)

function timeOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** None, one or two bands that do not overlap, anywhere on the clock: the last may go past midnight. */
const bands: fc.Arbitrary<TariffBand[]> = fc
  .record({
    points: fc.oneof(
      fc.constant<number[]>([]),
      ...[2, 4].map((size) =>
        fc.uniqueArray(
          // Many near the hours at which clocks are changed.
          fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 240 }), fc.constantFrom(60, 120, 180)),
          { minLength: size, maxLength: size },
        ),
      ),
    ),
    wraps: fc.boolean(),
    bandLines: fc.tuple(lines, lines),
  })
  .map(({ points, wraps, bandLines }) => {
    const sorted = points.toSorted((a, b) => a - b)
    const ends = wraps ? [...sorted.slice(1), ...sorted.slice(0, 1)] : sorted
    return bandLines.slice(0, ends.length / 2).map((ownLines, index) => ({
      name: `Band ${index}`,
      from: timeOfDay(ends[2 * index] ?? 0),
      to: timeOfDay(ends[2 * index + 1] ?? 0),
      bay_classes: ['car'],
      lines: ownLines,
    }))
  })

/** Any plan without errors. The car has bands; the other classes pay the plain lines. */
export const anyPlan: fc.Arbitrary<TariffPlan> = fc
  .record({
    lines,
    bands,
    cap: fc.option(fc.integer({ min: 0, max: 60_000 })),
    cap_per: fc.constantFrom('24_hours' as const, 'calendar_day' as const),
    entry_grace_minutes: fc.integer({ min: 0, max: 30 }),
    exit_grace_minutes: fc.integer({ min: 0, max: 30 }),
    overstay: fc.oneof(
      fc.constant({ kind: 'tariff' as const }),
      fc.record({ kind: fc.constant('lines' as const), lines }),
      fc.record({
        kind: fc.constant('surcharge' as const),
        step_minutes: fc.integer({ min: 1, max: 120 }),
        price_minor: price,
      }),
    ),
    lost_ticket_minor: price,
    tax: fc.record({
      label: fc.constant('GST'),
      rate_bps: fc.oneof(fc.constantFrom(0, 1800, 10_000), fc.integer({ min: 0, max: 10_000 })),
      included: fc.boolean(),
    }),
  })
  .map(({ lines: ownLines, cap, ...plan }) => {
    const first = ownLines[0]?.price_minor ?? 0
    const dailyCap = cap === null ? null : cap + first
    return { ...plan, rates: [{ bay_classes: [...BayClass.options], lines: ownLines, daily_cap_minor: dailyCap }] }
  })

/** Evenings before a change of the clock, and one before none. */
const EVENINGS = [
  ['Europe/London', '2025-03-29T18:00:00Z'],
  ['Europe/London', '2025-10-25T18:00:00Z'],
  ['America/New_York', '2025-03-08T23:00:00Z'],
  ['America/New_York', '2025-11-01T23:00:00Z'],
  ['Australia/Lord_Howe', '2025-04-05T08:00:00Z'],
  ['Australia/Lord_Howe', '2025-10-04T08:00:00Z'],
  ['Asia/Kolkata', '2025-12-05T12:30:00Z'],
  // Where midnight itself is skipped.
  ['Africa/Cairo', '2025-04-24T18:00:00Z'],
] as const

/** A zone, and a moment up to a day around an evening on which something may happen there. Whole minutes. */
export const anyEntry = fc
  .record({ evening: fc.constantFrom(...EVENINGS), minutes: fc.integer({ min: -720, max: 1440 }) })
  .map(({ evening: [timezone, at], minutes }) => ({ timezone, enteredAt: Date.parse(at) + minutes * 60_000 }))
