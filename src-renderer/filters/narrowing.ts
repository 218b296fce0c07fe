import * as v from 'valibot'
import { narrowings, type FilteredScreen } from '../../src-shared/api/saved-filter-schemas.ts'
import { isCalendarDate } from '../../src-shared/format/instant.ts'
import { daysFrom } from './filter-day.ts'

/** What a list is narrowed to, in the words of its address, as far as it may be saved. */
export type Narrowing = Readonly<Record<string, string | undefined>>

/** Reads an address; what is searched for, and what makes no sense, is left out. */
export function narrowingOf(screen: FilteredScreen, query: string): Narrowing {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries(
    Object.entries(narrowings[screen].entries).flatMap(([name, schema]) => {
      const value = parameters.get(name)
      return value !== null && v.is(schema, value) ? [[name, value]] : []
    }),
  )
}

/** The other way round. @param query what stood in the address, whose other words stay */
export function queryOf(narrowing: Narrowing, screen: FilteredScreen, query = ''): string {
  const parameters = new URLSearchParams(query)
  for (const name of Object.keys(narrowings[screen].entries)) parameters.delete(name)
  for (const [name, value] of Object.entries(narrowing)) if (value !== undefined) parameters.set(name, value)
  return parameters.toString()
}

/** Whether something stands in the address that is not kept: a search, or what a line is about. */
export function hasMore(screen: FilteredScreen, query: string): boolean {
  return [...new URLSearchParams(query)].some(([name, value]) => value !== '' && !(name in narrowings[screen].entries))
}

export function isSameNarrowing(one: Narrowing, other: Narrowing): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

/** The dates in it, first to last. */
export function datesOf(narrowing: Narrowing): readonly string[] {
  return Object.values(narrowing)
    .flatMap((value) => (value !== undefined && isCalendarDate(value) ? [value] : []))
    .toSorted((one, other) => (one < other ? -1 : 1))
}

/** The same, with its dates counted from today, so that they go on with the calendar. @param today YYYY-MM-DD */
export function countedFrom(today: string, narrowing: Narrowing): Narrowing {
  return Object.fromEntries(
    Object.entries(narrowing).map(([name, value]) => [
      name,
      value !== undefined && isCalendarDate(value) ? daysFrom(today, value) : value,
    ]),
  )
}
