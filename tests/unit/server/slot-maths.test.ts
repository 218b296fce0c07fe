import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSlots, type Slot } from '../../../src-server/booking/slot-maths.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ALWAYS = [{ opens: '00:00', closes: '24:00' }]
const ZONES = ['Europe/Dublin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia'] as const

/** A day on which a zone's clock changes, or does not, and how many hours it has. */
const REMARKABLE_DAYS = [
  ['Europe/Dublin', '2025-03-30', 23],
  ['Europe/Dublin', '2025-10-26', 25],
  ['Europe/Dublin', '2025-12-05', 24],
  ['America/New_York', '2025-03-09', 23],
  ['America/New_York', '2025-11-02', 25],
  ['Australia/Lord_Howe', '2025-04-06', 24.5],
  ['Australia/Lord_Howe', '2025-10-05', 23.5],
  ['Asia/Kolkata', '2025-12-05', 24],
  ['Pacific/Apia', '2011-12-29', 24],
  ['Pacific/Apia', '2011-12-30', 0],
  ['Pacific/Apia', '2011-12-31', 24],
  // Here midnight itself is skipped: the day begins at 01:00.
  ['Africa/Cairo', '2025-04-25', 23],
  ['America/Havana', '2025-11-02', 25],
] as const

function isoDay(dayNumber: number): string {
  return new Date(dayNumber * 24 * HOUR).toISOString().slice(0, 10)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  return format
}

/** Date and time of day on a zone's clock, by the runtime's own formatter and not by the code's calendar. */
function wallClock(ms: number, timeZone: string): { date: string; time: string } {
  const [date = '', time = ''] = formatOf(timeZone).format(ms).split(' ')
  return { date, time }
}

function expectOrdered(slots: readonly Slot[]): void {
  const starts = slots.map(({ start }) => start)
  expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
  const labels = slots.map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
}

describe('slots of a site that never closes', { timeout: 30_000 }, () => {
  const steps = fc.constantFrom(5, 10, 15, 30)

  it.each(REMARKABLE_DAYS)('%s on %s has %s hours of them', (timezone, date, hours) => {
    fc.assert(
      fc.property(steps, (step) => {
        const slots = makeSlots({ date, timezone, openings: ALWAYS, stepMinutes: step, durationMinutes: step })
        expect(slots).toHaveLength((hours * 60) / step)
        expectOrdered(slots)
        for (const slot of slots) expect(wallClock(slot.start, timezone).date).toBe(date)
      }),
    )
  })

  it('join from day to day without a gap or an overlap, in every zone, through every clock change', () => {
    const cases = fc.record({
      timezone: fc.constantFrom(...ZONES),
      first: fc.oneof(
        // Any day from 1980 to 2037, and the days around the changes of 2025 and Apia's lost day.
        fc.integer({ min: 3653, max: 24_800 }),
        fc.constantFrom(...REMARKABLE_DAYS.map(([, date]) => Date.parse(date) / (24 * HOUR) - 1)),
      ),
      step: steps,
    })
    fc.assert(
      fc.property(cases, ({ timezone, first, step }) => {
        const days = [0, 1, 2, 3].map((offset) =>
          makeSlots({
            date: isoDay(first + offset),
            timezone,
            openings: ALWAYS,
            stepMinutes: step,
            durationMinutes: step,
          }),
        )
        for (const slots of days) expectOrdered(slots)
        const all = days.flat()
        expect(all.every(({ start, end }) => end === start + step * MINUTE)).toBe(true)
        expect(all.slice(1).map(({ start }) => start)).toEqual(all.slice(0, -1).map(({ end }) => end))
      }),
      { numRuns: 100 },
    )
  })
})

describe('slots within opening hours', { timeout: 30_000 }, () => {
  const quarter = (index: number) =>
    `${String(Math.floor(index / 4)).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`
  const cases = fc.record({
    timezone: fc.constantFrom(...ZONES),
    day: fc.oneof(
      fc.integer({ min: 14_610, max: 24_800 }),
      fc.constantFrom(...REMARKABLE_DAYS.map(([, date]) => Date.parse(date) / (24 * HOUR))),
    ),
    // From 04:00: earlier hours can be skipped, and have a test of their own.
    hours: fc.tuple(fc.integer({ min: 16, max: 95 }), fc.integer({ min: 17, max: 96 })).filter(([a, b]) => a < b),
    step: fc.constantFrom(5, 15, 20, 30, 45),
    duration: fc.integer({ min: 5, max: 240 }),
  })

  it('begin and end inside them, on the day they were asked for', () => {
    fc.assert(
      fc.property(cases, ({ timezone, day, hours, step, duration }) => {
        const [opens, closes] = [quarter(hours[0]), quarter(hours[1])]
        const date = isoDay(day)
        const slots = makeSlots({
          date,
          timezone,
          openings: [{ opens, closes }],
          stepMinutes: step,
          durationMinutes: duration,
        })
        expectOrdered(slots)
        for (const { start, end } of slots) {
          const from = wallClock(start, timezone)
          const to = wallClock(end, timezone)
          expect(from.date).toBe(date)
          expect(from.time >= opens).toBe(true)
          expect(to.date === date ? to.time <= closes : closes === '24:00' && to.time === '00:00').toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a day that a zone leaves out has none, whatever the hours', () => {
    const openings = [{ opens: '09:00', closes: '21:00' }]
    const plan = { timezone: 'Pacific/Apia', openings, stepMinutes: 30, durationMinutes: 20 }
    expect(makeSlots({ ...plan, date: '2011-12-29' })).toHaveLength(24)
    expect(makeSlots({ ...plan, date: '2011-12-30' })).toEqual([])
    expect(makeSlots({ ...plan, date: '2011-12-31' })).toHaveLength(24)
  })

  it('an opening in a skipped hour is as long after the change as it was meant to be', () => {
    const plan = { date: '2025-03-09', timezone: 'America/New_York', stepMinutes: 30, durationMinutes: 30 }
    expect(makeSlots({ ...plan, openings: [{ opens: '02:30', closes: '05:00' }] }).map(({ label }) => label)).toEqual([
      '03:30',
      '04:00',
      '04:30',
    ])
  })

  it('an hour that comes twice has twice as many, told apart by their offset', () => {
    const plan = { date: '2025-11-02', timezone: 'America/New_York', stepMinutes: 30, durationMinutes: 30 }
    const slots = makeSlots({ ...plan, openings: [{ opens: '00:30', closes: '02:30' }] })
    expect(slots.map(({ label }) => label)).toEqual([
      '00:30',
      '01:00 (UTC-04:00)',
      '01:30 (UTC-04:00)',
      '01:00 (UTC-05:00)',
      '01:30 (UTC-05:00)',
      '02:00',
    ])
    expect(slots.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2025-11-02T04:30:00.000Z',
      '2025-11-02T05:00:00.000Z',
      '2025-11-02T05:30:00.000Z',
      '2025-11-02T06:00:00.000Z',
      '2025-11-02T06:30:00.000Z',
      '2025-11-02T07:00:00.000Z',
    ])
  })

  it('half an hour that comes twice, on Lord Howe Island, likewise', () => {
    const plan = { date: '2025-04-06', timezone: 'Australia/Lord_Howe', stepMinutes: 30, durationMinutes: 30 }
    const slots = makeSlots({ ...plan, openings: [{ opens: '01:00', closes: '02:30' }] })
    expect(slots.map(({ label }) => label)).toEqual(['01:00', '01:30 (UTC+11:00)', '01:30 (UTC+10:30)', '02:00'])
  })

  it('the last slot ends at closing time, and none where the service is longer than the day', () => {
    const plan = { date: '2025-12-05', timezone: 'Asia/Kolkata', openings: [{ opens: '09:00', closes: '21:00' }] }
    const last = (durationMinutes: number) => makeSlots({ ...plan, stepMinutes: 30, durationMinutes }).at(-1)?.label
    expect(last(30)).toBe('20:30')
    expect(last(31)).toBe('20:00')
    expect(last(60)).toBe('20:00')
    expect(last(12 * 60)).toBe('09:00')
    expect(last(12 * 60 + 1)).toBeUndefined()
  })

  it('a midday break has none', () => {
    const openings = [
      { opens: '09:00', closes: '10:00' },
      { opens: '14:00', closes: '15:00' },
    ]
    const plan = { date: '2025-12-05', timezone: 'Asia/Kolkata', openings, stepMinutes: 30, durationMinutes: 30 }
    expect(makeSlots(plan).map(({ label }) => label)).toEqual(['09:00', '09:30', '14:00', '14:30'])
    expect(makeSlots({ ...plan, openings: [] })).toEqual([])
  })
})
