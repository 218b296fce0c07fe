import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatClock, formatDay } from '../../../src-shared/format/site-time.ts'
import { toldWallMs, writeClock } from '../../../src-shared/format/told-time.ts'
import { makeTimeUpdate } from '../../../src-server/clock/time-update.ts'

/** Half hours, three quarters, a summer time of half an hour, one that ended for good, and a day that was left out. */
const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'America/New_York',
  'America/Sao_Paulo',
  'Pacific/Apia',
]
const from = Date.UTC(2005, 0, 1)
const to = Date.UTC(2035, 0, 1)
const instants = fc.oneof(
  fc.integer({ min: from, max: to }),
  // On both sides of a change of the clocks: Lord Howe, New York, Samoa's missing day.
  ...[Date.UTC(2025, 3, 5, 15), Date.UTC(2025, 2, 9, 7), Date.UTC(2011, 11, 30, 10)].map((change) =>
    fc.integer({ min: change - 1_800_000, max: change + 1_800_000 }),
  ),
)

function told(nowMs: number, zone: string) {
  return makeTimeUpdate(
    { now: () => nowMs, epoch: 1, state: 'trusted' } as Parameters<typeof makeTimeUpdate>[0],
    zone,
    1,
  )
}

describe('the time as the server told it', () => {
  it('is what the browser’s own tables say, before and after a change of the clocks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, fc.integer({ min: -60_000, max: 60_000 }), (zone, at, off) => {
        const wallMs = toldWallMs(at + off, told(at, zone))
        if (wallMs === undefined) return
        expect(writeClock(wallMs)).toBe(formatClock(at + off, zone, 'en'))
        expect(formatDay(wallMs, 'UTC', 'en')).toBe(formatDay(at + off, zone, 'en'))
      }),
      { seed: 20_251_205, numRuns: 2000 },
    )
  })

  it('says nothing beyond its quarter of an hour, at the end of which the clocks may change', () => {
    const tick = told(Date.UTC(2025, 2, 9, 6, 59, 59), 'America/New_York')
    expect(toldWallMs(Date.UTC(2025, 2, 9, 6, 45), tick)).toBe(Date.UTC(2025, 2, 9, 1, 45))
    expect(toldWallMs(Date.UTC(2025, 2, 9, 7), tick)).toBeUndefined()
    expect(toldWallMs(Date.UTC(2025, 2, 9, 6, 44, 59), tick)).toBeUndefined()
  })

  it('says nothing where no offset was told', () => {
    expect(toldWallMs(1000, { datetime: 'noon', server_ms: 1000 })).toBeUndefined()
    expect(toldWallMs(1000, { datetime: '1970-01-01T00:00:01+25:00', server_ms: 1000 })).toBeUndefined()
  })
})
