import { openIntervals } from '../booking/slot-maths.ts'
import { dateAt, plusDays, weekdayOf } from '../site/site-calendar.ts'
import type { ClosureRow, Ms, OpeningRuleRow, Queries, ServiceKind, SiteRow } from '../store/store.ts'

const MINUTE = 60_000
/** Nothing of the demo is so near to opening or closing that a rounded time falls outside. */
const MARGIN_MS = 5 * MINUTE
/** How far the hours are known, in days before and after today. */
const DAYS = 10

interface OpenDay {
  readonly date: string
  readonly from: Ms
  readonly to: Ms
}

/**
 * Counts in minutes in which the site is open, so that what was an hour ago at noon was yesterday evening at six in the
 * morning. All instants are whole minutes.
 */
export class OpenMinutes {
  readonly days: readonly OpenDay[]
  readonly #now: Ms

  constructor(days: readonly OpenDay[], now: Ms) {
    this.days = days
    this.#now = Math.floor(now / MINUTE) * MINUTE
  }

  /** The last instant with so many open minutes between it and now. @param minutes at least 0 */
  ago(minutes: number): Ms {
    let left = minutes * MINUTE
    for (const { from, to } of this.days.toReversed()) {
      const end = Math.min(to - MARGIN_MS, this.#now)
      const length = end - from - MARGIN_MS
      if (length >= left) return end - left
      left -= Math.max(0, length)
    }
    throw new Error('the site was not open for so long')
  }

  /** The first instant with so many open minutes between now and it. @param minutes at least 0 */
  ahead(minutes: number): Ms {
    let left = minutes * MINUTE
    for (const { from, to } of this.days) {
      const start = Math.max(from + MARGIN_MS, this.#now)
      const length = to - MARGIN_MS - start
      if (length >= left) return start + left
      left -= Math.max(0, length)
    }
    throw new Error('the site will not be open for so long')
  }
}

/** The hours of a kind around now, without the days on which it is closed. Of several openings in a day the first counts. */
export async function openMinutes(
  queries: Queries,
  { timezone }: SiteRow,
  kind: ServiceKind,
  now: Ms,
): Promise<OpenMinutes> {
  const today = dateAt(now, timezone)
  const dates = Array.from({ length: 2 * DAYS + 1 }, (_, index) => plusDays(today, index - DAYS))
  const rules = (await queries.openingRules()).filter((rule) => rule.kind === kind)
  const closures = await queries.closures(dates[0] ?? today, dates.at(-1) ?? today)
  const isClosed = (date: string) => closures.some((closure) => closes(closure, kind, date))
  const days = dates.flatMap((date) => (isClosed(date) ? [] : openDay(date, timezone, rules)))
  return new OpenMinutes(days, now)
}

function closes(closure: ClosureRow, kind: ServiceKind, date: string): boolean {
  return (closure.kind === null || closure.kind === kind) && closure.fromDate <= date && date <= closure.toDate
}

function openDay(date: string, timezone: string, rules: readonly OpeningRuleRow[]): readonly OpenDay[] {
  const openings = rules.filter(({ weekday }) => weekday === weekdayOf(date))
  return openIntervals({ date, timezone, openings })
    .slice(0, 1)
    .map((interval) => ({ date, ...interval }))
}
