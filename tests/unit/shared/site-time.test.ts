import { describe, expect, it } from 'vitest'
import {
  addDays,
  formatCalendarDate,
  formatClock,
  formatCountdown,
  formatDay,
  formatTimeOfDay,
} from '../../../src-shared/format/site-time.ts'

const NOON = Date.parse('2025-12-05T12:45:22Z')

describe('time on the site’s clock', () => {
  it('is told in the site’s zone, on 24 hours', () => {
    expect(formatTimeOfDay(NOON, 'Asia/Kolkata', 'en')).toBe('18:15')
    expect(formatClock(NOON, 'Asia/Kolkata', 'en')).toBe('18:15:22')
    expect(formatClock(Date.parse('2025-12-05T00:00:00Z'), 'UTC', 'en')).toBe('00:00:00')
    expect(formatDay(Date.parse('2025-12-05T20:00:00Z'), 'Asia/Kolkata', 'en')).toBe('Saturday, December 6, 2025')
  })

  it('writes a calendar day without moving it into another zone', () => {
    expect(formatCalendarDate('2025-12-05', 'en')).toBe('Fri, Dec 5')
    expect(formatCalendarDate('2025-02-30', 'en')).toBe('2025-02-30')
  })

  it('counts days over months, years and leap days', () => {
    expect(addDays('2025-12-05', 7)).toBe('2025-12-12')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28')
    expect(() => addDays('2025-02-30', 1)).toThrow(RangeError)
  })

  it.each([
    [300_000, '5:00'],
    [299_999, '5:00'],
    [60_001, '1:01'],
    [60_000, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-5000, '0:00'],
    [3_600_000, '60:00'],
  ])('counts %i ms down as %s', (ms, text) => expect(formatCountdown(ms)).toBe(text))
})
