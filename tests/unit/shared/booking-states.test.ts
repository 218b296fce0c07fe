import { describe, expect, it } from 'vitest'
import { bookingStates, mayBecome, type BookingState } from '../../../src-shared/booking/booking-states.ts'

const allowed: readonly (readonly [BookingState, BookingState])[] = [
  ['held', 'awaiting_payment'],
  ['held', 'expired'],
  ['held', 'cancelled'],
  ['awaiting_payment', 'confirmed'],
  ['awaiting_payment', 'expired'],
  ['awaiting_payment', 'cancelled'],
  ['confirmed', 'checked_in'],
  ['confirmed', 'cancelled'],
  ['confirmed', 'no_show'],
  ['checked_in', 'completed'],
  ['checked_in', 'cancelled'],
]
const every = bookingStates.flatMap((from) => bookingStates.map((to) => [from, to] as const))
const forbidden = every.filter(([from, to]) => !allowed.some(([a, b]) => a === from && b === to))

describe('the life of a booking', () => {
  it('has eight states', () => expect(bookingStates).toHaveLength(8))

  it.each(allowed)('lets %s become %s', (from, to) => expect(mayBecome(from, to)).toBe(true))

  it.each(forbidden)('does not let %s become %s', (from, to) => expect(mayBecome(from, to)).toBe(false))
})
