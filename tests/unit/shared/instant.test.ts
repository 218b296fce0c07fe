import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCalendarDate, parseInstant } from '../../../src-shared/format/instant.ts'
import { anyText } from '../../support/any-text.ts'

const MINUTE = 60_000

describe('parseInstant', () => {
  it.each([
    ['2025-12-05T12:45:22+00:00', 1_764_938_722_000],
    ['2025-12-05T12:45:22Z', 1_764_938_722_000],
    ['2025-12-05T18:15:22+05:30', 1_764_938_722_000],
    ['2025-12-05T07:45:22-05:00', 1_764_938_722_000],
    ['2025-12-05T12:45+00:00', 1_764_938_700_000],
    ['2025-12-05T12:45:22.5Z', 1_764_938_722_500],
    ['2025-12-05T12:45:22.123999999Z', 1_764_938_722_123],
    ['1970-01-01T00:00:00Z', 0],
    ['1969-12-31T23:59:59.999Z', -1],
    ['2024-02-29T00:00:00+14:00', 1_709_114_400_000],
    ['0050-06-01T00:00:00Z', -60_576_249_600_000],
  ])('reads %s', (text, ms) => expect(parseInstant(text)).toBe(ms))

  it.each([
    ['no offset', '2025-12-05T12:45:22'],
    ['a date alone', '2025-12-05'],
    ['a space for the T', '2025-12-05 12:45:22Z'],
    ['lower case', '2025-12-05t12:45:22z'],
    ['29 February of a common year', '2025-02-29T00:00:00Z'],
    ['29 February 1900', '1900-02-29T00:00:00Z'],
    ['31 April', '2025-04-31T00:00:00Z'],
    ['month 0', '2025-00-10T00:00:00Z'],
    ['month 13', '2025-13-10T00:00:00Z'],
    ['day 0', '2025-12-00T00:00:00Z'],
    ['day 32', '2025-12-32T00:00:00Z'],
    ['year 0', '0000-01-01T00:00:00Z'],
    ['hour 24', '2025-12-05T24:00:00Z'],
    ['minute 60', '2025-12-05T23:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an offset of 24 hours', '2025-12-05T12:45:22+24:00'],
    ['an offset of 60 minutes', '2025-12-05T12:45:22+05:60'],
    ['an offset without colon', '2025-12-05T12:45:22+0530'],
    ['a zone name behind it', '2025-12-05T12:45:22+05:30[Asia/Kolkata]'],
    ['a line end behind it', '2025-12-05T12:45:22Z\n'],
    ['ten digits of a second', '2025-12-05T12:45:22.1234567890Z'],
    ['a point without digits', '2025-12-05T12:45:22.Z'],
    ['other digits', '２０２５-12-05T12:45:22Z'],
    ['a number', '1764938722000'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(parseInstant(text)).toBeUndefined())

  it('reads back every instant that was written in ISO form', () => {
    const instants = fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime())
      }),
    )
  })

  it('takes the offset off, whatever it is', () => {
    const cases = fc.record({
      ms: fc.integer({ min: 0, max: 4_102_444_800_000 }),
      minutes: fc.integer({ min: -(23 * 60 + 59), max: 23 * 60 + 59 }),
    })
    fc.assert(
      fc.property(cases, ({ ms, minutes }) => {
        const local = new Date(ms + minutes * MINUTE).toISOString().slice(0, -1)
        const size = Math.abs(minutes)
        const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'))
        expect(parseInstant(`${local}${minutes < 0 ? '-' : '+'}${hours}:${rest}`)).toBe(ms)
      }),
    )
  })

  it('throws at no text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => parseInstant(text)).not.toThrow()
      }),
    )
  })

  it('means by what it accepts the same as the language’s own reader', () => {
    const almost = fc.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,12})?)?([Zz]|[+-]\d{2}:?\d{2})?$/)
    fc.assert(
      fc.property(almost, (text) => {
        const ms = parseInstant(text)
        const meant = Date.parse(text.replace(/\.(\d{3})\d+/, '.$1'))
        expect([undefined, meant]).toContain(ms)
      }),
    )
  })
})

describe('isCalendarDate', () => {
  it.each(['2025-12-05', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('knows %s', (text) =>
    expect(isCalendarDate(text)).toBe(true),
  )

  it.each([
    '2025-02-29',
    '2100-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-1-5',
    '05-12-2025',
    '2025/12/05',
    '0000-01-01',
    '2025-12-05T00:00',
    '',
    '+02025-12-05',
  ])('refuses %s', (text) => expect(isCalendarDate(text)).toBe(false))

  it('agrees with the calendar on every day of four centuries', () => {
    const days = fc.record({
      year: fc.integer({ min: 1700, max: 2400 }),
      month: fc.integer({ min: 0, max: 14 }),
      day: fc.integer({ min: 0, max: 33 }),
    })
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const carried = new Date(Date.UTC(year, month - 1, day))
        const exists = carried.getUTCMonth() === month - 1 && carried.getUTCDate() === day
        expect(isCalendarDate(text)).toBe(exists)
      }),
    )
  })
})
