import type { Site } from '../../src-shared/api/site-schemas.ts'
import { addDays } from '../../src-shared/format/site-time.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'

type Kind = 'wash' | 'parking'

export interface Span {
  /** Local time of day, HH:MM. */
  readonly opens: string
  readonly closes: string
}

/** ISO weekday of a calendar day: 1 is Monday, 7 is Sunday. @throws RangeError when it is no calendar day */
export function weekdayOf(date: string): number {
  const midnight = parseInstant(`${date}T00:00:00Z`)
  if (midnight === undefined) throw new RangeError(`not a calendar day: ${date}`)
  // The first of January 1970 was a Thursday, which is 4.
  const days = midnight / 86_400_000
  return ((((days + 3) % 7) + 7) % 7) + 1
}

/** The hours of a day, earliest first; none when it is closed all day, by the weekly rule or for once. */
export function hoursOn(site: Pick<Site, 'opening_hours' | 'closed_days'>, kind: Kind, date: string): Span[] {
  const isClosed = site.closed_days.some((day) => day.date === date && (day.kind === null || day.kind === kind))
  if (isClosed) return []
  const weekday = weekdayOf(date)
  return site.opening_hours
    .filter((rule) => rule.kind === kind && rule.weekday === weekday)
    .sort((one, other) => (one.opens < other.opens ? -1 : 1))
    .map(({ opens, closes }) => ({ opens, closes }))
}

/** The first day that can be booked and is not over yet. @param time of day now, HH:MM */
export function soonestDay(
  site: Pick<Site, 'opening_hours' | 'closed_days' | 'window'>,
  kind: Kind,
  today: string,
  time: string,
): string | undefined {
  return daysOf(site.window).find((day) => hoursOn(site, kind, day).some(({ closes }) => day > today || closes > time))
}

/** The days that can be booked, first to last as the server says. */
export function daysOf(window: Site['window']): string[] {
  const days: string[] = []
  for (let day = window.min_date; day <= window.max_date && days.length < 62; day = addDays(day, 1)) days.push(day)
  return days
}
