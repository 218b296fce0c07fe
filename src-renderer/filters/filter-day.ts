import * as v from 'valibot'
import { FilterDay } from '../../src-shared/api/saved-filter-schemas.ts'
import { isCalendarDate } from '../../src-shared/format/instant.ts'
import { addDays, daysBetween } from '../../src-shared/format/site-time.ts'

/** A day as it stands in an address: a date, or how many days it is from today. Null where there is none. */
export function readDay(text: string | null): string | null {
  return text !== null && v.is(FilterDay, text) ? text : null
}

/** The date that it is today. @param today the server's day, YYYY-MM-DD */
export function dateOf(day: string, today: string): string {
  return isCalendarDate(day) ? day : addDays(today, Number(day))
}

/** How many days a date is from today, as an address has it; the date itself where that is years. */
export function daysFrom(today: string, date: string): string {
  const day = String(daysBetween(today, date))
  return v.is(FilterDay, day) ? day : date
}
