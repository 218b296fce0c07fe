import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, QUARTER_MS, quartersOf } from '../../../kiosk/opening/site-day.ts'
import { arrivalsOn, departuresOn, nextClosure, soonestArrival, usualStays } from '../../../kiosk/parking/stay-times.ts'
import { site as sample } from './samples.ts'

const hours = (opens: string, closes: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ kind: 'parking' as const, weekday, opens, closes }))
const site = { ...sample, opening_hours: hours('06:00', '23:00') }
const at = (text: string) => Date.parse(text)

describe('the quarter hours of a day', () => {
  it.each([
    ['Asia/Kolkata', '2025-12-05', 96],
    ['Asia/Kathmandu', '2025-12-05', 96],
    ['Europe/Berlin', '2026-03-29', 92],
    ['Europe/Berlin', '2025-10-26', 100],
    ['Australia/Lord_Howe', '2025-10-05', 94],
    ['Australia/Lord_Howe', '2026-04-05', 98],
    ['Pacific/Kiritimati', '2025-12-05', 96],
    ['Pacific/Pago_Pago', '2025-12-05', 96],
  ])('in %s on %s are %i, in their order and a quarter hour apart', (zone, date, count) => {
    const quarters = quartersOf(date, zone)
    expect(quarters).toHaveLength(count)
    expect(new Set(quarters.map(({ label }) => label)).size).toBe(count)
    for (const [index, { startMs }] of quarters.entries()) {
      expect(startMs).toBe((quarters[0]?.startMs ?? 0) + index * QUARTER_MS)
      expect(dateOf(startMs, zone)).toBe(date)
    }
  })

  it('that the clock shows twice carry their offsets', () => {
    const labels = quartersOf('2025-10-26', 'Europe/Berlin').map(({ label }) => label)
    expect(labels.filter((label) => label.startsWith('02:30'))).toEqual(['02:30 GMT+2', '02:30 GMT+1'])
    expect(labels).not.toContain('02:30')
    expect(labels).toContain('03:30')
  })
})

describe('when one can come', () => {
  it('is each quarter hour of the opening hours that is still ahead', () => {
    const labels = arrivalsOn(site, '2025-12-05', at('2025-12-05T12:45:00+05:30')).map(({ label }) => label)
    expect([labels[0], labels.at(-1), labels.length]).toEqual(['13:00', '22:45', 40])
    expect(arrivalsOn(site, '2025-12-05', at('2025-12-05T22:45:00+05:30'))).toEqual([])
  })

  it('leaves time to type a plate in what is proposed, and goes over to the next open day', () => {
    const soonest = (now: string, closed: string[] = []) => {
      const days = closed.map((date) => ({ date, kind: null }))
      const moment = soonestArrival({ ...site, closed_days: days }, at(now))
      return moment && `${moment.date} ${moment.label}`
    }
    expect(soonest('2025-12-05T12:56:00+05:30')).toBe('2025-12-05 13:00')
    expect(soonest('2025-12-05T12:57:00+05:30')).toBe('2025-12-05 13:15')
    expect(soonest('2025-12-05T22:50:00+05:30')).toBe('2025-12-06 06:00')
    expect(soonest('2025-12-05T22:50:00+05:30', ['2025-12-06', '2025-12-07'])).toBe('2025-12-08 06:00')
    expect(soonestArrival({ ...site, opening_hours: [] }, at('2025-12-05T12:45:00+05:30'))).toBeUndefined()
  })

  it('is not on a day that is closed for parking, and is on one that is closed for the wash only', () => {
    const on = (kind: 'wash' | 'parking' | null) =>
      arrivalsOn({ ...site, closed_days: [{ date: '2025-12-08', kind }] }, '2025-12-08', 0).length
    expect([on('parking'), on(null), on('wash')]).toEqual([0, 0, 68])
  })
})

describe('when one can leave', () => {
  it('is the end of each open quarter hour after coming', () => {
    const labels = departuresOn(site, '2025-12-05', at('2025-12-05T21:00:00+05:30')).map(({ label }) => label)
    expect(labels).toEqual(['21:15', '21:30', '21:45', '22:00', '22:15', '22:30', '22:45', '23:00'])
  })

  it('is midnight as 24:00 where the lot never closes', () => {
    const always = { ...site, opening_hours: hours('00:00', '24:00') }
    const last = departuresOn(always, '2025-12-05', 0).at(-1)
    expect(last).toEqual({ atMs: at('2025-12-06T00:00:00+05:30'), date: '2025-12-05', label: '24:00' })
  })

  it('is proposed after 1, 2 and 4 hours and at closing, as far as the lot is open then', () => {
    const proposed = (start: string, lot = site) =>
      usualStays(lot, at(start)).map(({ hours: length, end }) => `${length ?? 'closing'} ${end.label}`)
    expect(proposed('2025-12-05T13:00:00+05:30')).toEqual(['1 14:00', '2 15:00', '4 17:00', 'closing 23:00'])
    expect(proposed('2025-12-05T21:00:00+05:30')).toEqual(['1 22:00', '2 23:00'])
    expect(proposed('2025-12-05T22:30:00+05:30')).toEqual(['closing 23:00'])
    const atNoon = { ...site, opening_hours: [...hours('06:00', '13:00'), ...hours('14:00', '23:00')] }
    expect(proposed('2025-12-05T11:00:00+05:30', atNoon)).toEqual(['1 12:00', '2 13:00', '4 15:00'])
    expect(proposed('2025-12-05T11:30:00+05:30', atNoon)).toEqual(['1 12:30', '4 15:30', 'closing 13:00'])
  })

  it('is never before coming, nor while the lot is closed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 67 }), fc.integer({ min: 0, max: 7 }), (quarter, days) => {
        const start = at('2025-12-05T06:00:00+05:30') + quarter * QUARTER_MS
        const date = dateOf(start + days * 86_400_000, site.timezone)
        for (const { atMs } of departuresOn(site, date, start)) {
          const minute = (atMs / 60_000 + 330) % 1440
          expect(atMs).toBeGreaterThan(start)
          expect(minute).toBeGreaterThan(360)
          expect(minute).toBeLessThanOrEqual(1380)
        }
      }),
    )
  })

  it('is before the next day that is closed for once', () => {
    const closed = ['2025-12-09', '2025-12-07', '2025-12-03'].map((date) => ({ date, kind: 'parking' as const }))
    expect(nextClosure({ closed_days: closed }, '2025-12-05')).toBe('2025-12-07')
    expect(nextClosure({ closed_days: [{ date: '2025-12-07', kind: 'wash' }] }, '2025-12-05')).toBeUndefined()
  })
})
