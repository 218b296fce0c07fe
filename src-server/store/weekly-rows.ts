import type { Ms } from './basics.ts'

/** A summary of one week, made once and never changed. */
export interface WeeklySummaryRow {
  /** Days of the site's calendar, both included, YYYY-MM-DD. */
  readonly firstDate: string
  readonly lastDate: string
  readonly madeAt: Ms
  /** Whether the books said the same. */
  readonly agrees: boolean
  readonly takingsMinor: number
  readonly currency: string
  /** The line of the audit trail up to which it tells. */
  readonly lastSeq: number
  /** `WeekFigures` as JSON; read through their schema. */
  readonly figures: string
  /** When it was written to the folder; null while it was not. */
  readonly writtenAt: Ms | null
}

export interface WeeklySettingsRow {
  /** ISO weekday, 1 is Monday. */
  readonly weekStartsOn: number
  /** Where each summary is written to as well; null for nowhere. */
  readonly folder: string | null
}

export interface WeeklyQueries {
  /** Newest first. */
  weeklySummaries(limit: number): Promise<readonly WeeklySummaryRow[]>
  weeklySummary(firstDate: string): Promise<WeeklySummaryRow | undefined>
  /** Undefined until somebody has said something. */
  weeklySettings(): Promise<WeeklySettingsRow | undefined>
}

export interface WeeklyWrites {
  /** @returns false where the week has one; nothing is written then */
  insertWeeklySummary(summary: WeeklySummaryRow): Promise<boolean>
  setWeeklyWritten(firstDate: string, at: Ms): Promise<void>
  setWeeklySettings(settings: WeeklySettingsRow): Promise<void>
}
