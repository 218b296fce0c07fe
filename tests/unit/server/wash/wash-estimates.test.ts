import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measuredMs, median, readyTimes, SAMPLE, type WashAhead } from '../../../../src-server/wash/wash-estimates.ts'

const MINUTE = 60_000
const AT = Date.parse('2025-12-05T14:00:00+05:30')

function wash(id: string, change: Partial<WashAhead> = {}): WashAhead {
  return {
    id,
    resourceId: 'W1',
    state: 'queued',
    position: 0,
    startsAt: AT,
    startedAt: null,
    expectedMs: 20 * MINUTE,
    cleanupMs: 10 * MINUTE,
    ...change,
  }
}
const minutes = (jobs: readonly WashAhead[], at = AT) =>
  Object.fromEntries([...readyTimes(jobs, at)].map(([id, ready]) => [id, (ready - AT) / MINUTE]))

describe('how long a service takes', () => {
  it('is the middle of what was measured', () => {
    expect(median([])).toBeUndefined()
    expect(median([7])).toBe(7)
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 6])).toBe(6)
  })

  it('is not learned from one or two washes', () => {
    expect([measuredMs([]), measuredMs([5]), measuredMs([5, 6]), measuredMs([5, 6, 7])]).toEqual([null, null, null, 6])
  })

  it('looks at the last ones only', () => {
    const lately = Array.from({ length: SAMPLE }, () => 10)
    expect(measuredMs([...lately, ...Array.from({ length: 100 }, () => 99)])).toBe(10)
  })

  it('lies among what was measured, in whatever order, and no slow wash alone can move it far', () => {
    const spans = fc.array(fc.integer({ min: 1, max: 10 ** 7 }), { minLength: 3, maxLength: SAMPLE })
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 10 ** 9 }), (some, outlier) => {
        const sorted = some.toSorted((a, b) => a - b)
        const middle = measuredMs(some) ?? NaN
        expect(middle).toBeGreaterThanOrEqual(sorted[0]!)
        expect(middle).toBeLessThanOrEqual(sorted.at(-1)!)
        expect(measuredMs(sorted)).toBe(middle)
        expect(median([...some, outlier])).toBeLessThanOrEqual(Math.max(sorted.at(-1)!, outlier))
        expect(median([...some, outlier])).toBeGreaterThanOrEqual(sorted[0]! < outlier ? sorted[0]! : outlier)
        expect(median([...some, 10 ** 9])).toBeLessThanOrEqual(sorted.at(-1)!)
      }),
    )
  })
})

describe('when a car is ready', () => {
  it('follows from when its work began', () => {
    expect(minutes([wash('a', { state: 'in_progress', startedAt: AT - 5 * MINUTE })])).toEqual({ a: 15 })
  })

  it('is any moment for a wash over its time, and for one that is checked', () => {
    const late = wash('a', { state: 'in_progress', startedAt: AT - 50 * MINUTE })
    const checked = wash('b', { state: 'quality_check', resourceId: 'W2' })
    expect(minutes([late, checked])).toEqual({ a: 0, b: 0 })
  })

  it('counts the cars before it on its bay, and their clean-up', () => {
    const jobs = [
      wash('second', { position: 2, startsAt: AT }),
      wash('now', { state: 'in_progress', startedAt: AT }),
      wash('elsewhere', { resourceId: 'W2' }),
      wash('booked', { state: 'booked', startsAt: AT + 5 * MINUTE }),
    ]
    expect(minutes(jobs)).toEqual({ now: 20, second: 50, booked: 80, elsewhere: 20 })
  })

  it('is not promised before the booked time', () => {
    expect(minutes([wash('a', { startsAt: AT + 60 * MINUTE })])).toEqual({ a: 80 })
  })

  it('is asked of no car that is ready, fetched or called off', () => {
    const over = (['ready', 'collected', 'cancelled', 'no_show'] as const).map((state) => wash(state, { state }))
    expect(minutes(over)).toEqual({})
  })

  const aWash = fc.record({
    resourceId: fc.constantFrom('W1', 'W2'),
    state: fc.constantFrom('booked', 'queued', 'in_progress', 'quality_check', 'ready'),
    position: fc.nat(9),
    startsAt: fc.integer({ min: -90, max: 300 }).map((after) => AT + after * MINUTE),
    startedAt: fc.integer({ min: -90, max: 0 }).map((after) => AT + after * MINUTE),
    expectedMs: fc.integer({ min: 1, max: 90 }).map((span) => span * MINUTE),
    cleanupMs: fc.integer({ min: 0, max: 20 }).map((span) => span * MINUTE),
  })
  const line = fc.array(aWash, { maxLength: 8 }).map((all) => all.map((one, index) => ({ ...one, id: `j${index}` })))

  it('is never in the past, and the order in which the washes are told does not matter', () => {
    fc.assert(
      fc.property(line, (jobs) => {
        const ready = readyTimes(jobs, AT)
        for (const at of ready.values()) expect(at).toBeGreaterThanOrEqual(AT)
        expect(readyTimes(jobs.toReversed(), AT)).toEqual(new Map(ready))
      }),
    )
  })

  it('is not sooner for anybody when there is one more car, when work takes longer, or when it is later', () => {
    const span = fc.integer({ min: 1, max: 60 }).map((minute) => minute * MINUTE)
    fc.assert(
      fc.property(line, aWash, span, (jobs, other, more) => {
        const ready = readyTimes(jobs, AT)
        const crowded = readyTimes([...jobs, { ...other, id: 'x' }], AT)
        const slower = readyTimes(
          jobs.map((job) => ({ ...job, expectedMs: job.expectedMs + more })),
          AT,
        )
        const later = readyTimes(jobs, AT + more)
        for (const [id, at] of ready) {
          expect(crowded.get(id)).toBeGreaterThanOrEqual(at)
          expect(slower.get(id)).toBeGreaterThanOrEqual(at)
          expect(later.get(id)).toBeGreaterThanOrEqual(at)
        }
      }),
    )
  })

  it('leaves a car that waits the whole of its own work', () => {
    fc.assert(
      fc.property(line, (jobs) => {
        const ready = readyTimes(jobs, AT)
        for (const job of jobs.filter(({ state }) => state === 'queued' || state === 'booked')) {
          expect(ready.get(job.id)).toBeGreaterThanOrEqual(Math.max(AT, job.startsAt) + job.expectedMs)
        }
      }),
    )
  })
})
