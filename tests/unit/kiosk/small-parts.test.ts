import { describe, expect, it } from 'vitest'
import { isPhoneOrNone, normalisePhone } from '../../../kiosk/booking/phone.ts'
import { daysOf, hoursOn, soonestDay, weekdayOf } from '../../../kiosk/opening/opening-hours.ts'
import { pairingCodeInFragment, readPairingCode } from '../../../kiosk/pairing/pairing-code.ts'
import { takePairingCode } from '../../../kiosk/pairing/pairing-link.ts'
import { newIdempotencyKey } from '../../../kiosk/session/idempotency-key.ts'
import { site } from './samples.ts'

describe('a pairing code', () => {
  it('is read as a person means it', () => {
    expect(readPairingCode(' k7q2-m4zx ')).toBe('K7Q2M4ZX')
    expect(readPairingCode('oil')).toBe('011')
    expect(readPairingCode('K7Q2M4ZXEXTRA')).toBe('K7Q2M4ZX')
  })

  it('is found in the fragment of a QR, and nowhere else', () => {
    expect(pairingCodeInFragment('#pair=K7Q2M4ZX')).toBe('K7Q2M4ZX')
    for (const fragment of ['', '#', '#pair=', '#pair=K7Q2', '#code=K7Q2M4ZX']) {
      expect(pairingCodeInFragment(fragment)).toBeUndefined()
    }
  })

  it('is taken out of the address at once', () => {
    const replaced: unknown[] = []
    const page = {
      location: { hash: '#pair=K7Q2M4ZX', pathname: '/kiosk/', search: '' },
      history: { replaceState: (...args: unknown[]) => replaced.push(args[2]) },
    } as unknown as Window
    expect(takePairingCode(page)).toBe('K7Q2M4ZX')
    expect(replaced).toEqual(['/kiosk/'])
  })
})

describe('opening hours', () => {
  it.each([
    ['1970-01-01', 4],
    ['2025-12-05', 5],
    ['2025-12-07', 7],
    ['2025-12-08', 1],
    ['2024-02-29', 4],
    ['1969-12-31', 3],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })

  it('are those of the weekday and kind, earliest first', () => {
    expect(hoursOn(site, 'wash', '2025-12-05')).toEqual([
      { opens: '09:00', closes: '13:00' },
      { opens: '14:00', closes: '21:00' },
    ])
    expect(hoursOn(site, 'wash', '2025-12-06')).toEqual([])
    expect(soonestDay(site, 'wash', '2025-12-05', '12:59')).toBe('2025-12-05')
    expect(soonestDay(site, 'wash', '2025-12-05', '20:59')).toBe('2025-12-05')
    expect(soonestDay(site, 'wash', '2025-12-05', '21:00')).toBe('2025-12-12')
    expect(soonestDay({ ...site, closed_days: [], opening_hours: [] }, 'wash', '2025-12-05', '12:00')).toBeUndefined()
  })

  it('stand for each day of the window, across a month', () => {
    expect(daysOf({ min_date: '2025-12-05', max_date: '2025-12-12' })).toHaveLength(8)
    expect(daysOf({ min_date: '2026-02-27', max_date: '2026-03-01' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(daysOf({ min_date: '2025-12-05', max_date: '2025-12-04' })).toEqual([])
  })
})

describe('a phone number', () => {
  it('is sent as digits, with a plus that stood in front', () => {
    expect(normalisePhone('+91 98470-12345')).toBe('+919847012345')
    expect(normalisePhone('98470 12345')).toBe('9847012345')
    expect(normalisePhone('+')).toBe('')
  })

  it('may be left out, and is not one when too short', () => {
    expect(isPhoneOrNone('')).toBe(true)
    expect(isPhoneOrNone('12345')).toBe(false)
    expect(isPhoneOrNone('123456')).toBe(true)
  })
})

it('an Idempotency-Key fits the contract and is never the same', () => {
  const keys = Array.from({ length: 100 }, newIdempotencyKey)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(keys).size).toBe(100)
})
