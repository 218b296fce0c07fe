import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dateAt, offsetLabel, offsetSpans, timeLabel, toSiteIso } from '../../../src-server/site/site-calendar.ts'

const zones = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Africa/Monrovia',
]

function local(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(zone)
}

function expectTemporal(ms: number, zone: string): void {
  const right = local(ms, zone)
  expect(toSiteIso(ms, zone)).toBe(right.toString({ timeZoneName: 'never' }))
  expect(dateAt(ms, zone)).toBe(right.toPlainDate().toString())
  expect(timeLabel(ms, zone)).toBe(right.toPlainTime().toString({ smallestUnit: 'minute' }))
  expect(offsetLabel(ms, zone)).toBe(right.offset)
}

describe('the site’s calendar', () => {
  const zone = fc.constantFrom(...zones)

  it('writes what Temporal writes, at any instant of any zone', () => {
    const instant = fc.oneof(
      fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
      fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) }),
      fc.double({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0), noNaN: true }),
    )
    fc.assert(fc.property(instant, zone, expectTemporal))
  })

  it('and at the very moments at which clocks change, whatever was asked before', () => {
    const steps = fc.array(fc.constantFrom(-3_600_000, -1, 0, 1, 3_600_000), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(zone, fc.integer({ min: 2000, max: 2030 }), steps, (name, year, around) => {
        const change = local(Date.UTC(year, 0), name).getTimeZoneTransition('next')?.epochMilliseconds
        for (const step of around) expectTemporal((change ?? Date.UTC(year, 6)) + step, name)
      }),
    )
  })

  it.each([
    ['whole seconds', 0, '1970-01-01T00:00:00+00:00'],
    ['zeros within the milliseconds', 20_050, '1970-01-01T00:00:20.05+00:00'],
    ['a part of a millisecond, which is dropped', 500.9, '1970-01-01T00:00:00.5+00:00'],
    ['a year of five digits', 253_402_300_800_000, '+010000-01-01T00:00:00+00:00'],
    ['a year before the first', -62_198_755_200_000, '-000001-01-01T00:00:00+00:00'],
  ])('writes %s', (_, ms, text) => {
    expect(toSiteIso(ms, 'UTC')).toBe(text)
  })

  it('cuts a span at each change of the clock', () => {
    const from = Date.UTC(2025, 0)
    const spans = offsetSpans(from, Date.UTC(2026, 0), 'Europe/Dublin')
    expect(spans.map(({ offsetMs }) => offsetMs)).toEqual([0, 3_600_000, 0])
    expect(spans.map((span) => span.from)).toEqual([from, Date.UTC(2025, 2, 30, 1), Date.UTC(2025, 9, 26, 1)])
  })
})
