import { bookingStates, type BookingState } from '../../src-shared/booking/booking-states.ts'
import { isCalendarDate } from '../../src-shared/format/instant.ts'
import { addDays } from '../../src-shared/format/site-time.ts'

/** What the list of wash bookings is narrowed to. It lives in the address, so that a reload keeps it. */
export interface WashFilter {
  /** The day shown, YYYY-MM-DD; null is the server's today, or with a search any day. */
  readonly date: string | null
  readonly state: BookingState | null
  readonly text: string
}

export const noFilter: WashFilter = { date: null, state: null, text: '' }

/** Longest search that the server takes. */
export const maxSearchLength = 64

/** Reads the part of the address after `?`; what makes no sense there is left out. */
export function parseFilter(query: string): WashFilter {
  const parameters = new URLSearchParams(query)
  const date = parameters.get('date')
  const state = bookingStates.find((known) => known === parameters.get('state'))
  return {
    date: date !== null && isCalendarDate(date) ? date : null,
    state: state ?? null,
    text: (parameters.get('q') ?? '').slice(0, maxSearchLength),
  }
}

/** The other way round; empty when nothing is narrowed. */
export function filterToQuery(filter: WashFilter): string {
  const parameters = new URLSearchParams()
  if (filter.date !== null) parameters.set('date', filter.date)
  if (filter.state !== null) parameters.set('state', filter.state)
  if (filter.text !== '') parameters.set('q', filter.text)
  return parameters.toString()
}

/** Whether bookings of any day are looked for: the car at the counter may be a day early. */
export function isAnyDay(filter: WashFilter): boolean {
  return filter.date === null && filter.text.trim() !== ''
}

/** What the server is asked for. @param today the site's day, YYYY-MM-DD */
export function bookingsQuery(filter: WashFilter, today: string) {
  const date = isAnyDay(filter) ? null : (filter.date ?? today)
  const text = filter.text.trim()
  return {
    kind: 'wash' as const,
    ...(date === null ? {} : { date }),
    ...(filter.state === null ? {} : { state: filter.state }),
    ...(text === '' ? {} : { q: text }),
  }
}

/** The days of the booking window, both ends included. */
export function daysOfWindow(window: { min_date: string; max_date: string }): string[] {
  const days: string[] = []
  for (let day = window.min_date; day <= window.max_date && days.length < 62; day = addDays(day, 1)) days.push(day)
  return days
}
