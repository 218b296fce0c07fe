import { describe, expect, it } from 'vitest'
import { bookingActions, nextBookingStep } from '../../../src-renderer/bookings/booking-actions.ts'
import { firstInterval, intervalOf, parkingFaults } from '../../../src-renderer/bookings/parking-form.ts'
import { attentionOf, lotFigures } from '../../../src-renderer/dashboard/attention.ts'
import type { StaffBooking } from '../../../src-shared/api/booking-schemas.ts'
import { parseInstant } from '../../../src-shared/format/instant.ts'
import { bayWith } from './lot-fixture.ts'

const inr = (minor: number) => ({ amount_minor: minor, currency: 'INR' })
const booking: StaffBooking = {
  id: 'b1',
  reference: 'P-1',
  kind: 'parking',
  state: 'confirmed',
  start: '2025-12-05T13:00:00+05:30',
  end: '2025-12-05T15:00:00+05:30',
  hold_expires_at: null,
  payment_expires_at: null,
  resource: { id: 'a1', label: 'A01' },
  service: null,
  bay_class: 'car',
  plate: 'KL01',
  price: inr(8_000),
  phone: null,
  created_at: '2025-12-05T12:00:00+05:30',
  made_by: 'kiosk',
  paid: null,
  payment_id: null,
}
const over = (id: string, until: string) =>
  bayWith({ id, label: id, state: 'overstay', stay_id: `stay-${id}`, plate: `KL-${id}`, until })

describe('what needs a look', () => {
  it('is who is longest over their time, then the soonest booking without its bay', () => {
    const bays = [over('a1', '2025-12-05T12:30:00+05:30'), over('a2', '2025-12-05T11:00:00+05:30'), bayWith()]
    const later = { ...booking, id: 'b2', start: '2025-12-05T14:00:00+05:30' }
    const conflicts = [later, booking].map((one) => ({ booking: one, stay_id: 'stay-a1', bay: 'A01' }))
    const items = attentionOf({
      server_time: '',
      layout: { width: 1, height: 1, bays: [], features: [] },
      bays,
      conflicts,
    })
    expect(items.map(({ is, id }) => [is, id])).toEqual([
      ['overstay', 'a2'],
      ['overstay', 'a1'],
      ['conflict', 'booking b1'],
      ['conflict', 'booking b2'],
    ])
  })

  it('tells of a car once that both lists have', () => {
    const parked = { ...booking, state: 'checked_in' as const }
    const lot = {
      server_time: '',
      layout: { width: 1, height: 1, bays: [], features: [] },
      bays: [over('a1', '2025-12-05T12:30:00+05:30')],
      conflicts: [{ booking: parked, stay_id: 'stay-a1', bay: 'a1' }],
    }
    expect(attentionOf(lot)).toHaveLength(1)
  })

  it('counts cars in, over their time, and due out within the hour by the server’s clock', () => {
    const now = parseInstant('2025-12-05T12:45:00+05:30') ?? 0
    const taken = (until: string) => bayWith({ state: 'taken', stay_id: 's', until })
    const bays = [
      over('a1', '2025-12-05T12:30:00+05:30'),
      taken('2025-12-05T13:45:00+05:30'),
      taken('2025-12-05T13:46:00+05:30'),
      bayWith(),
    ]
    expect(lotFigures({ bays }, now)).toEqual({ carsIn: 3, overstays: 1, dueOut: 1 })
    expect(lotFigures({ bays }, null).dueOut).toBe(0)
  })
})

describe('the actions of a booking', () => {
  it('let a parked car end its booking by leaving, and by nothing else', () => {
    expect(bookingActions({ ...booking, state: 'checked_in' })).toEqual(['exit'])
    expect(nextBookingStep({ ...booking, state: 'checked_in' })).toBe('exit')
    expect(nextBookingStep({ ...booking, kind: 'wash', state: 'checked_in' })).toBe('complete')
  })

  it('give money back where some was paid, and take it late where the time to pay is over', () => {
    const paid = { method: 'cash', amount: inr(8_000), at: booking.start }
    expect(bookingActions({ ...booking, paid, payment_id: 'p1' })).toContain('refund')
    expect(bookingActions(booking)).not.toContain('refund')
    expect(bookingActions({ ...booking, state: 'expired', payment_id: 'p1' })).toEqual(['late'])
    expect(bookingActions({ ...booking, state: 'expired' })).toEqual([])
    expect(bookingActions(booking)).toContain('move')
  })
})

describe('the form of a parking booking', () => {
  const zone = 'Asia/Kolkata'
  const form = {
    ...firstInterval(parseInstant('2025-12-05T12:46:00+05:30') ?? 0, zone),
    bayClass: 'car',
    bayId: null,
    plate: 'KL01',
    phone: '',
  } as const

  it('begins at the next quarter of an hour, for two hours', () => {
    expect(form.from).toEqual({ date: '2025-12-05', time: '13:00' })
    expect(form.to).toEqual({ date: '2025-12-05', time: '15:00' })
  })

  it('needs an end after its beginning, and a plate', () => {
    expect(parkingFaults(form, zone)).toEqual([])
    expect(intervalOf({ from: form.to, to: form.from }, zone)).toBeUndefined()
    expect(parkingFaults({ ...form, to: form.from, plate: '', phone: 'no' }, zone)).toEqual([
      'interval',
      'plate',
      'phone',
    ])
  })
})
