import { describe, expect, it } from 'vitest'
import { followLink, readStatusLink } from '../../../kiosk/follow/follow-link.ts'
import { mayCancel, standingOf } from '../../../kiosk/status/standing.ts'
import { washJobStates } from '../../../src-shared/wash/wash-job-states.ts'
import { booking, parkingBooking, stay } from './samples.ts'

const at = (now: string) => (instant: string) => Date.parse(instant) < Date.parse(now)
const before = at('2025-12-05T07:00:00Z')

describe('how a booking stands', () => {
  it.each([
    ['held', 'held'],
    ['awaiting_payment', 'pay'],
    ['expired', 'expired'],
    ['cancelled', 'cancelled'],
    ['no_show', 'noShow'],
  ] as const)('%s is said of either kind', (state, standing) => {
    for (const one of [booking, parkingBooking]) {
      expect(standingOf({ booking: { ...one, state }, wash_state: null }, before)).toBe(standing)
    }
  })

  it.each([
    ['confirmed', '2025-12-05T07:00:00Z', 'parkingBooked'],
    ['confirmed', '2025-12-05T08:00:00Z', 'parkingNow'],
    ['confirmed', '2025-12-05T10:00:00Z', 'over'],
    ['checked_in', '2025-12-05T07:00:00Z', 'parkingHere'],
    ['checked_in', '2025-12-05T10:00:00Z', 'parkingOver'],
    ['completed', '2025-12-05T08:00:00Z', 'over'],
  ] as const)('a stay that is %s at %s (UTC) is %s', (state, now, standing) => {
    expect(Date.parse(stay.start)).toBe(Date.parse('2025-12-05T07:30:00Z'))
    expect(standingOf({ booking: { ...parkingBooking, state }, wash_state: null }, at(now))).toBe(standing)
  })

  it('goes by the wash once that has one', () => {
    const seen = washJobStates.map((wash) =>
      standingOf({ booking: { ...booking, state: 'checked_in' }, wash_state: wash }, before),
    )
    expect(seen).toEqual([
      'washBooked',
      'washQueued',
      'washUnderWay',
      'washCheck',
      'washReady',
      'collected',
      'cancelled',
      'noShow',
    ])
    const without = (['confirmed', 'checked_in', 'completed'] as const).map((state) =>
      standingOf({ booking: { ...booking, state }, wash_state: null }, before),
    )
    expect(without).toEqual(['washBooked', 'washQueued', 'over'])
  })

  it('may be cancelled by the customer until it is paid for', () => {
    expect((['held', 'pay', 'parkingBooked', 'washBooked', 'parkingHere', 'over'] as const).filter(mayCancel)).toEqual([
      'held',
      'pay',
    ])
  })
})

describe('a link for a phone', () => {
  const page = 'http://192.168.1.7:8000/kiosk/'

  it('comes back as it was made, whatever the token holds', () => {
    const token = 'a+b/c=%&é'
    const link = followLink(page, 'b1', token)
    expect(link.startsWith('http://192.168.1.7:8000/kiosk/#/booking/b1/')).toBe(true)
    expect(readStatusLink(link.slice(link.indexOf('#')))).toEqual({ kind: 'booking', id: 'b1', token })
  })

  it('names the language that the customer chose, and none where they chose nothing', () => {
    const link = followLink(page, 'b1', 'token', 'ar')
    expect(link).toBe('http://192.168.1.7:8000/kiosk/?lang=ar#/booking/b1/token')
    expect(new URL(followLink(page, 'b1', 'token')).search).toBe('')
  })

  it('is read from the fragment, and is the kiosk’s own page without one', () => {
    expect(readStatusLink('#/receipt/AbC-_123')).toEqual({ kind: 'receipt', code: 'AbC-_123' })
    for (const fragment of ['', '#', '#pair=K7Q2M4ZX']) expect(readStatusLink(fragment)).toBeUndefined()
    for (const fragment of ['#/', '#/booking/b1', '#/booking/b1/t/more', '#/receipt/', '#/nowhere']) {
      expect(readStatusLink(fragment)).toEqual({ kind: 'unknown' })
    }
    expect(readStatusLink('#/receipt/%E0%A4%A')).toEqual({ kind: 'receipt', code: '%E0%A4%A' })
  })
})
