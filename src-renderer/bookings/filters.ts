import { bookingStates, type BookingState } from '../../src-shared/booking/booking-states.ts'
import { bookingKinds } from '../../src-shared/api/saved-filter-schemas.ts'
import { addDays } from '../../src-shared/format/site-time.ts'
import { dateOf, readDay } from '../filters/filter-day.ts'

export type BookingKind = (typeof bookingKinds)[number]

/** What the list of bookings is narrowed to. It lives in the address, so that a reload keeps it. */
export interface BookingFilter {
  /** The day shown, YYYY-MM-DD or how far from today; null is the server's today, or with a search any day. */
  readonly date: string | null
  /** Parking or wash; null for both. */
  readonly kind: BookingKind | null
  readonly state: BookingState | null
  readonly text: string
}

export const noFilter: BookingFilter = { date: null, kind: null, state: null, text: '' }

/** Longest search that the server takes. */
export const maxSearchLength = 64

/** Reads the part of the address after `?`; what makes no sense there is left out. */
export function parseFilter(query: string): BookingFilter {
  const parameters = new URLSearchParams(query)
  const state = bookingStates.find((known) => known === parameters.get('state'))
  const kind = bookingKinds.find((known) => known === parameters.get('kind'))
  return {
    date: readDay(parameters.get('date')),
    kind: kind ?? null,
    state: state ?? null,
    text: (parameters.get('q') ?? '').slice(0, maxSearchLength),
  }
}

/** The other way round; empty when nothing is narrowed. */
export function filterToQuery(filter: BookingFilter): string {
  const parameters = new URLSearchParams()
  if (filter.date !== null) parameters.set('date', filter.date)
  if (filter.kind !== null) parameters.set('kind', filter.kind)
  if (filter.state !== null) parameters.set('state', filter.state)
  if (filter.text !== '') parameters.set('q', filter.text)
  return parameters.toString()
}

/** Whether bookings of any day are looked for: the car at the counter may be a day early. */
export function isAnyDay(filter: BookingFilter): boolean {
  return filter.date === null && filter.text.trim() !== ''
}

/** What the server is asked for. @param today the site's day, YYYY-MM-DD */
export function bookingsQuery(filter: BookingFilter, today: string) {
  const date = isAnyDay(filter) ? null : dateOf(filter.date ?? '0', today)
  const text = filter.text.trim()
  return {
    ...(filter.kind === null ? {} : { kind: filter.kind }),
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
