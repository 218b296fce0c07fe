import { describe, expect, it } from 'vitest'
import { minutesFromNow, nextBookings } from '../../../src-renderer/dashboard/next-bookings.ts'
import type { StaffBooking } from '../../../src-shared/api/booking-schemas.ts'
import type { BookingState } from '../../../src-shared/booking/booking-states.ts'

function booking(id: string, state: BookingState, start: string, end: string): StaffBooking {
  return {
    id,
    reference: id,
    kind: 'wash',
    state,
    start: `2025-12-05T${start}:00+05:30`,
    end: `2025-12-05T${end}:00+05:30`,
    hold_expires_at: null,
    payment_expires_at: null,
    resource: { id: 'w1', label: 'W1' },
    service: null,
    plate: 'KL07BX1234',
    price: { amount_minor: 25_000, currency: 'INR' },
    phone: null,
    created_at: '2025-12-05T09:00:00+05:30',
    made_by: 'kiosk',
    paid: null,
    payment_id: null,
    bay_class: null,
  }
}

describe('what is next at the wash', () => {
  it('is the cars in the wash, then who is awaited by their time; nothing that is over or ended', () => {
    const noon = Date.parse('2025-12-05T12:00:00+05:30')
    const day = [
      booking('late', 'confirmed', '11:50', '12:10'),
      booking('over', 'confirmed', '10:00', '10:20'),
      booking('next', 'held', '13:00', '13:20'),
      booking('washing', 'checked_in', '10:30', '11:00'),
      booking('gone', 'cancelled', '14:00', '14:20'),
      booking('first', 'awaiting_payment', '12:30', '12:50'),
    ]
    const next = nextBookings(day, (instant) => Date.parse(instant) < noon, 3)
    expect(next.map(({ id }) => id)).toEqual(['washing', 'late', 'first'])
  })

  it.each([
    [59_999, { ahead: true, minutes: 0 }],
    [60_000, { ahead: true, minutes: 1 }],
    [3_660_000, { ahead: true, minutes: 61 }],
    [0, { ahead: false, minutes: 0 }],
    [-90_000, { ahead: false, minutes: 1 }],
  ])('%d ms from now is %j', (ms, words) => {
    expect(minutesFromNow(ms)).toEqual(words)
  })
})
