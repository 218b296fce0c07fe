import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Backoff } from '../../../src-shared/time/backoff.ts'

function waits(backoff: Backoff, count: number): number[] {
  return Array.from({ length: count }, () => backoff.nextMs(0))
}

describe('the wait before a reconnect', () => {
  it('doubles its limit from half a second up to thirty', () => {
    const limits = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]
    expect(waits(new Backoff(() => 1), 9)).toEqual(limits)
    expect(waits(new Backoff(() => 1, 1), 8)).toEqual(limits.slice(1))
  })

  it('is anywhere between nothing and its limit', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 200 }), fc.constantFrom(0, 1), (chances, firstN) => {
        let tried = 0
        let waited = 0
        const backoff = new Backoff(() => chances[tried] ?? 0, firstN)
        for (; tried < chances.length; tried += 1) {
          const wait = backoff.nextMs(0)
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** (firstN + tried)))
          expect(wait).toBeLessThanOrEqual(2 * Math.max(1000, waited))
          waited += wait
        }
      }),
    )
  })

  it('does not grow for one who tried often in a short time', () => {
    let chance = 0.001
    const backoff = new Backoff(() => chance)
    waits(backoff, 20)
    chance = 1
    expect(waits(backoff, 3)).toEqual([2000, expect.closeTo(4000, -3), expect.closeTo(12_000, -3)])
  })

  it('starts over after thirty seconds of stable link, and not before', () => {
    const backoff = new Backoff(() => 1)
    waits(backoff, 5)
    expect(backoff.nextMs(29_999)).toBe(16_000)
    expect(backoff.nextMs(30_000)).toBe(500)
  })

  it('starts over when the network is said to be back', () => {
    const backoff = new Backoff(() => 1)
    waits(backoff, 5)
    backoff.reset()
    expect(backoff.nextMs(0)).toBe(500)
  })
})
