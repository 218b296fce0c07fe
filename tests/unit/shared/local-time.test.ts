import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../../src-shared/format/instant.ts'
import { instantOf, localTimeOf } from '../../../src-shared/format/local-time.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN

describe('a time on the site’s clock', () => {
  it('is what the zone shows at an instant', () => {
    expect(localTimeOf(at('2025-12-05T07:15:59Z'), 'Asia/Kolkata')).toEqual({ date: '2025-12-05', time: '12:45' })
    expect(localTimeOf(at('2025-12-31T23:30:00Z'), 'Europe/Berlin')).toEqual({ date: '2026-01-01', time: '00:30' })
  })

  it('is one instant, in summer and in winter', () => {
    expect(instantOf({ date: '2025-12-05', time: '12:45' }, 'Asia/Kolkata')).toBe('2025-12-05T07:15:00.000Z')
    expect(instantOf({ date: '2025-07-01', time: '12:00' }, 'Europe/Berlin')).toBe('2025-07-01T10:00:00.000Z')
  })

  it('is none where the clocks leap over it, and the first of two where they go back', () => {
    expect(instantOf({ date: '2025-03-30', time: '02:30' }, 'Europe/Berlin')).toBeUndefined()
    expect(instantOf({ date: '2025-10-26', time: '02:30' }, 'Europe/Berlin')).toBe('2025-10-26T00:30:00.000Z')
    // Lord Howe goes back by half an hour.
    expect(instantOf({ date: '2025-04-06', time: '01:45' }, 'Australia/Lord_Howe')).toBe('2025-04-05T14:45:00.000Z')
  })

  it('is none without a day or a time that exist', () => {
    for (const time of [
      { date: '', time: '12:00' },
      { date: '2025-02-29', time: '12:00' },
      { date: '2025-12-05', time: '' },
      { date: '2025-12-05', time: '25:00' },
    ]) {
      expect(instantOf(time, 'Asia/Kolkata')).toBeUndefined()
    }
  })

  it('comes back from every minute that it is read from, or as the earlier of two', () => {
    const zones = ['Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
    const minutes = fc.integer({ min: at('2024-01-01T00:00:00Z') / 60_000, max: at('2027-01-01T00:00:00Z') / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const back = instantOf(localTimeOf(minute * 60_000, zone), zone)
        const epochMs = back === undefined ? Number.NaN : at(back)
        expect(epochMs).toBeLessThanOrEqual(minute * 60_000)
        expect(localTimeOf(epochMs, zone)).toEqual(localTimeOf(minute * 60_000, zone))
      }),
    )
  })
})
