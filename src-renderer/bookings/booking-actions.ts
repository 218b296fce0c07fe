import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { rowActions, type RowAction } from './row-actions.ts'

/** What can be done to a booking at the counter: its own steps, and what its bay and its money allow. */
export type BookingAction = Exclude<RowAction, 'complete'> | 'complete' | 'exit' | 'move' | 'refund' | 'late'

/** The actions of a booking, the next step first. */
export function bookingActions(booking: StaffBooking): readonly BookingAction[] {
  const { kind, state, payment_id: paymentId, paid } = booking
  const steps: readonly BookingAction[] = kind === 'parking' ? parkingSteps(state) : rowActions(state)
  return [
    ...steps,
    ...(kind === 'parking' && state === 'confirmed' ? (['move'] as const) : []),
    ...(paid !== null && paymentId !== null ? (['refund'] as const) : []),
    ...(state === 'expired' && paymentId !== null ? (['late'] as const) : []),
  ]
}

/** A car that stands in its bay ends its booking by leaving, and in no other way. */
function parkingSteps(state: StaffBooking['state']): readonly BookingAction[] {
  return state === 'checked_in' ? ['exit'] : rowActions(state)
}

/** The one step that moves a booking on, if there is one. */
export function nextBookingStep(booking: StaffBooking): BookingAction | undefined {
  const steps: readonly BookingAction[] = ['confirm', 'pay', 'check_in', 'complete', 'exit']
  return bookingActions(booking).find((action) => steps.includes(action))
}
