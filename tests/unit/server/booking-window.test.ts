import { describe, expect, it } from 'vitest'
import { bookingWindow, isInWindow } from '../../../src-server/booking/booking-window.ts'
import { SITE } from './fixture.ts'

describe('the booking window', () => {
  it('on the server’s December 5 ends on December 12', () => {
    expect(bookingWindow(SITE, Date.parse('2025-12-05T12:45:22+05:30'))).toEqual({
      min_date: '2025-12-05',
      max_date: '2025-12-12',
    })
  })

  it.each([
    ['the last millisecond of the site’s day', '2025-12-05T23:59:59.999+05:30', '2025-12-05', '2025-12-12'],
    ['the first of the next', '2025-12-06T00:00:00+05:30', '2025-12-06', '2025-12-13'],
    ['an evening that is tomorrow elsewhere', '2025-12-05T19:00:00Z', '2025-12-06', '2025-12-13'],
    ['the end of a year', '2025-12-28T12:00:00+05:30', '2025-12-28', '2026-01-04'],
    ['a leap February', '2024-02-25T12:00:00+05:30', '2024-02-25', '2024-03-03'],
  ])('is the site’s calendar and nobody else’s: %s', (_, now, min_date, max_date) => {
    expect(bookingWindow(SITE, Date.parse(now))).toEqual({ min_date, max_date })
  })

  it('counts calendar days over a clock change, and over a day that does not exist', () => {
    const dublin = { ...SITE, timezone: 'Europe/Dublin' }
    expect(bookingWindow(dublin, Date.parse('2025-10-25T23:30:00+01:00')).max_date).toBe('2025-11-01')
    const apia = { ...SITE, timezone: 'Pacific/Apia', windowDays: 1 }
    expect(bookingWindow(apia, Date.parse('2011-12-29T23:00:00-10:00'))).toEqual({
      min_date: '2011-12-29',
      max_date: '2011-12-30',
    })
  })

  it('includes both its ends', () => {
    const window = { min_date: '2025-12-05', max_date: '2025-12-12' }
    expect(['2025-12-04', '2025-12-05', '2025-12-12', '2025-12-13'].map((date) => isInWindow(window, date))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('can be today alone', () => {
    const window = bookingWindow({ ...SITE, windowDays: 0 }, Date.parse('2025-12-05T12:45:22+05:30'))
    expect(window).toEqual({ min_date: '2025-12-05', max_date: '2025-12-05' })
  })
})
