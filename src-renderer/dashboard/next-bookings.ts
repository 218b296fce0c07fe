import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'

const awaited: readonly StaffBooking['state'][] = ['held', 'awaiting_payment', 'confirmed']

/**
 * Cars in the wash first, then those that are still to come or late, by their time.
 * @param isOver whether a time has surely passed, by the server's clock
 */
export function nextBookings(
  bookings: readonly StaffBooking[],
  isOver: (instant: string) => boolean,
  most: number,
): StaffBooking[] {
  const byStart = (one: StaffBooking, other: StaffBooking) =>
    (parseInstant(one.start) ?? 0) - (parseInstant(other.start) ?? 0)
  const inTheWash = bookings.filter(({ kind, state }) => kind === 'wash' && state === 'checked_in').sort(byStart)
  const toCome = bookings.filter(({ state, end }) => awaited.includes(state) && !isOver(end)).sort(byStart)
  return [...inTheWash, ...toCome].slice(0, most)
}

/** How a start lies to now, in whole minutes that a person would say. @param ms start minus now, in milliseconds */
export function minutesFromNow(ms: number): {
  readonly ahead: boolean
  readonly minutes: number
} {
  return { ahead: ms > 0, minutes: Math.floor(Math.abs(ms) / 60_000) }
}
