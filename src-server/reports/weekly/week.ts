import { dateAt, plusDays, weekdayOf } from '../../site/site-calendar.ts'

/** Days of the site's calendar, both included. */
export interface Week {
  readonly from: string
  readonly to: string
}

/** The week that a day belongs to. @param startsOn ISO weekday, 1 is Monday */
export function weekOf(date: string, startsOn: number): Week {
  const from = plusDays(date, -((weekdayOf(date) - startsOn + 7) % 7))
  return { from, to: plusDays(from, 6) }
}

export function weekBefore({ from }: Week): Week {
  return { from: plusDays(from, -7), to: plusDays(from, -1) }
}

/** The last so many weeks that are over at an instant, oldest first. */
export function weeksOver(now: number, timezone: string, startsOn: number, count: number): readonly Week[] {
  const weeks: Week[] = []
  let week = weekOf(dateAt(now, timezone), startsOn)
  for (let index = 0; index < count; index += 1) {
    week = weekBefore(week)
    weeks.unshift(week)
  }
  return weeks
}
