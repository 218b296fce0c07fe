import { tableAllows, type TransitionTable } from '../states/transition-table.ts'

/** The life of a booking; `src-shared` holds it because the console offers exactly the moves that the server allows. */
export const bookingStates = [
  'held',
  'awaiting_payment',
  'confirmed',
  'checked_in',
  'completed',
  'expired',
  'cancelled',
  'no_show',
] as const
export type BookingState = (typeof bookingStates)[number]

/** From each state, the states that may follow. What is not here is forbidden. */
export const bookingTransitions = {
  held: ['awaiting_payment', 'expired', 'cancelled'],
  awaiting_payment: ['confirmed', 'expired', 'cancelled'],
  confirmed: ['checked_in', 'cancelled', 'no_show'],
  // A car that turns round at the gate, or before the wash begins: the booking ends without its work.
  checked_in: ['completed', 'cancelled'],
  completed: [],
  expired: [],
  cancelled: [],
  no_show: [],
} as const satisfies TransitionTable<BookingState>

export function mayBecome(from: BookingState, to: BookingState): boolean {
  return tableAllows(bookingTransitions, from, to)
}
