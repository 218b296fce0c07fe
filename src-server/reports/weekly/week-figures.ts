import * as v from 'valibot'
import { CalendarDate, Instant } from '../../../src-shared/api/fields.ts'
import { Report, ReportException } from '../../../src-shared/api/report-schemas.ts'
import { parseJson } from '../../../src-shared/protocol/parse.ts'

const Count = v.pipe(v.number(), v.integer())
const Minor = v.pipe(v.number(), v.integer())

const Shift = v.object({
  number: Count,
  opened_at: Instant,
  closed_at: Instant,
  closed_by: v.string(),
  takings_minor: Minor,
  variance_minor: Minor,
})
export type WeekShift = v.InferOutput<typeof Shift>

const Person = v.object({
  who: v.string(),
  cars_in: Count,
  cars_out: Count,
  washes: Count,
  payments: Count,
  taken_minor: Minor,
  refunded_minor: Minor,
  discounts: Count,
  voids: Count,
})
export type WeekPerson = v.InferOutput<typeof Person>

/** No plate: what is kept for good must not know one. The reference leads to it on the screen as long as it is kept. */
const Exception = v.pick(ReportException, ['at', 'kind', 'who', 'amount', 'reason', 'label'])

/**
 * What is frozen when a week is over, so that its summary says the same years later, in any language. Figures by hour are
 * left out.
 */
export const WeekFigures = v.object({
  /** The shape of this; another shape gets another number, and this one stays readable. */
  format: v.literal(1),
  from: CalendarDate,
  to: CalendarDate,
  report: Report,
  /** The week before. */
  before: Report,
  shifts: v.array(Shift),
  people: v.array(Person),
  /** The newest, newest first. */
  exceptions: v.array(Exception),
  exception_counts: v.array(
    v.object({ kind: ReportException.entries.kind, count: Count, amount_minor: Minor, before: Count }),
  ),
  /** Where the audit trail ended; null while it has no line. */
  head: v.nullable(v.object({ line: Count, code: v.string() })),
})
export type WeekFigures = v.InferOutput<typeof WeekFigures>

export function readFigures(text: string): WeekFigures {
  const figures = parseJson(WeekFigures, text)
  if (figures === undefined) throw new Error('the figures of a week are not of their form')
  return figures
}
