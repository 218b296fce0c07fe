import { dateAt, plusDays, weekdayOf } from '../site/site-calendar.ts'
import type { ClosureRow, Ms, OpeningRuleRow, ServiceKind } from '../store/store.ts'
import { openIntervals } from './slot-maths.ts'

/** When a site is open. */
export interface OpenTimes {
  readonly rules: readonly OpeningRuleRow[]
  readonly closures: readonly Omit<ClosureRow, 'id' | 'reason'>[]
  readonly timezone: string
}

/** The openings about an instant: those of its day, and of the day before, whose 24:00 is this day's beginning. */
export function openings(kind: ServiceKind, at: Ms, { rules, closures, timezone }: OpenTimes) {
  const today = dateAt(at, timezone)
  return [plusDays(today, -1), today].flatMap((date) => {
    const isClosed = closures.some(
      (closure) =>
        (closure.kind === null || closure.kind === kind) && closure.fromDate <= date && date <= closure.toDate,
    )
    if (isClosed) return []
    const weekday = weekdayOf(date)
    const ofDay = rules.filter((rule) => rule.kind === kind && rule.weekday === weekday)
    return openIntervals({ date, timezone, openings: ofDay })
  })
}

export function isOpen(kind: ServiceKind, at: Ms, times: OpenTimes): boolean {
  return openings(kind, at, times).some(({ from, to }) => at >= from && at < to)
}
