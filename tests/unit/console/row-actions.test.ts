import { describe, expect, it } from 'vitest'
import { needsConfirmation, nextStep, rowActions } from '../../../src-renderer/bookings/row-actions.ts'
import { bookingStates, mayBecome, type BookingState } from '../../../src-shared/booking/booking-states.ts'

const leadsTo = {
  confirm: 'awaiting_payment',
  pay: 'confirmed',
  check_in: 'checked_in',
  complete: 'completed',
  no_show: 'no_show',
  cancel: 'cancelled',
} as const

describe('the actions of a row', () => {
  const table: Record<BookingState, readonly string[]> = {
    held: ['confirm', 'cancel'],
    awaiting_payment: ['pay', 'cancel'],
    confirmed: ['check_in', 'no_show', 'cancel'],
    checked_in: ['complete', 'cancel'],
    completed: [],
    expired: [],
    cancelled: [],
    no_show: [],
  }

  it.each(bookingStates.map((state) => [state, table[state]] as const))('%s offers %j', (state, actions) => {
    expect(rowActions(state)).toEqual(actions)
  })

  it('offers every move that a person can make, and none that the server forbids', () => {
    for (const from of bookingStates) {
      const offered = rowActions(from).map((action) => leadsTo[action])
      const allowed = bookingStates.filter((to) => to !== 'expired' && mayBecome(from, to))
      expect(new Set(offered)).toEqual(new Set(allowed))
    }
  })

  it('never takes an end for the next step, and asks before each end', () => {
    const steps = bookingStates.flatMap((state) => nextStep(state) ?? [])
    expect(steps.filter(needsConfirmation)).toEqual([])
    expect(needsConfirmation('cancel')).toBe(true)
    expect(needsConfirmation('no_show')).toBe(true)
  })
})
