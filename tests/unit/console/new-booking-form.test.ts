import { describe, expect, it } from 'vitest'
import { codeGroups } from '../../../src-renderer/kiosks/pairing-code.ts'
import { hrefOf, parseHash } from '../../../src-renderer/shell/hash-route.ts'
import { newBookingFaults, whyShut } from '../../../src-renderer/bookings/new-booking-form.ts'

const form = {
  serviceId: 's1',
  date: '2025-12-05',
  start: '2025-12-05T14:00:00+05:30',
  plate: 'KL 07 BX 1234',
  phone: '',
}
const slot = {
  start: form.start,
  end: '2025-12-05T14:20:00+05:30',
  label: '14:00',
  state: 'open',
  remaining: 1,
} as const

describe('the form of a new booking', () => {
  it('needs a slot and a plate, and takes a telephone number if there is one', () => {
    expect(newBookingFaults(form)).toEqual([])
    expect(newBookingFaults({ ...form, start: null, plate: '?', phone: 'call me' })).toEqual(['slot', 'plate', 'phone'])
    expect(newBookingFaults({ ...form, phone: '+91 98470 12345' })).toEqual([])
  })

  it('says why a slot cannot be taken, and sees for itself that it has begun', () => {
    expect(whyShut(slot, false)).toBeUndefined()
    expect(whyShut(slot, true)).toBe('past')
    expect(whyShut({ ...slot, state: 'full' }, false)).toBe('full')
    expect(whyShut({ ...slot, state: 'past' }, false)).toBe('past')
    expect(whyShut({ ...slot, state: 'closed', closed_because: 'lead_time' }, false)).toBe('lead_time')
    expect(whyShut({ ...slot, state: 'closed', closed_because: 'closure' }, false)).toBe('closed')
  })
})

describe('the address of a screen', () => {
  it('names the screen, and what the screen reads itself', () => {
    expect(parseHash(hrefOf('bookings', 'q=KL07'))).toEqual({ screen: 'bookings', query: 'q=KL07' })
    expect(parseHash('#/kiosks')).toEqual({ screen: 'kiosks', query: '' })
  })

  it('is today when it names none', () => {
    for (const hash of ['', '#', '#/']) expect(parseHash(hash)).toEqual({ screen: '', query: '' })
    expect(parseHash('#/nowhere')).toEqual({ screen: 'nowhere', query: '' })
  })
})

describe('a pairing code', () => {
  it('is read in groups of four, however the server writes it', () => {
    expect(codeGroups('7kq4-m2xp')).toEqual(['7KQ4', 'M2XP'])
    expect(codeGroups('7KQ4M2XP')).toEqual(['7KQ4', 'M2XP'])
    expect(codeGroups('')).toEqual([])
  })
})
