import { bookingTransitions, type BookingState } from '../../src-shared/booking/booking-states.ts'

/** What a person at the counter can do to a booking. */
export type RowAction = 'confirm' | 'pay' | 'check_in' | 'complete' | 'no_show' | 'cancel'

/** The move that leads into each state; `expired` comes by the clock alone, and nothing leads back to `held`. */
const actionInto: Partial<Record<BookingState, RowAction>> = {
  awaiting_payment: 'confirm',
  confirmed: 'pay',
  checked_in: 'check_in',
  completed: 'complete',
  no_show: 'no_show',
  cancelled: 'cancel',
}

/** Moves that cannot be taken back, and so are asked about first. */
const final: readonly RowAction[] = ['no_show', 'cancel']

/** What can be done to a booking in this state: exactly the moves that the server allows, the next step first. */
export function rowActions(state: BookingState): readonly RowAction[] {
  const actions = bookingTransitions[state].flatMap((into) => actionInto[into] ?? [])
  return [...actions.filter((action) => !final.includes(action)), ...noShowBeforeCancel(actions)]
}

function noShowBeforeCancel(actions: readonly RowAction[]): readonly RowAction[] {
  return final.filter((action) => actions.includes(action))
}

/** The one step that moves a booking on, if there is one. */
export function nextStep(state: BookingState): RowAction | undefined {
  return rowActions(state).find((action) => !final.includes(action))
}

export function needsConfirmation(action: RowAction): action is 'no_show' | 'cancel' {
  return final.includes(action)
}
