import * as v from 'valibot'
import { CalendarDate, Instant, Money } from './fields.ts'

/** A week's summary that was made when the week was over, and is kept. */
export const WeeklySummary = v.object({
  from: CalendarDate,
  to: CalendarDate,
  made_at: Instant,
  takings: Money,
  /** Whether the books said the same. */
  agrees: v.boolean(),
  /** The line of the audit trail up to which it tells. */
  last_line: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When it was written to the folder; null where it was not. */
  written_at: v.nullable(Instant),
})
export type WeeklySummary = v.InferOutput<typeof WeeklySummary>

export const WeeklySettings = v.strictObject({
  /** ISO weekday: 1 is Monday. */
  week_starts_on: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  /** A folder of the server's machine to which each summary is written as well; null for none. */
  folder: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400))),
})
export type WeeklySettings = v.InferOutput<typeof WeeklySettings>

export const WeeklyList = v.object({
  server_time: Instant,
  settings: WeeklySettings,
  /** When the next one is made. */
  next_at: Instant,
  /** Why the newest could not be written to the folder; null where nothing is wrong. */
  problem: v.nullable(v.string()),
  /** Newest first. */
  summaries: v.array(WeeklySummary),
})
export type WeeklyList = v.InferOutput<typeof WeeklyList>
