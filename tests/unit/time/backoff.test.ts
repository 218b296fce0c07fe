import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Backoff } from '../../../src-shared/time/backoff.ts'

describe('the wait before a reconnect', () => {
  it('doubles its limit from half a second up to thirty', () => {
    const backoff = new Backoff(() => 1)
    const waits = Array.from({ length: 9 }, () => backoff.nextMs(0))
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('is anywhere between nothing and its limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (n, r) => {
          const backoff = new Backoff(() => r)
          for (let tried = 0; tried < n; tried += 1) backoff.nextMs(0)
          const wait = backoff.nextMs(0)
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** n))
        },
      ),
    )
  })

  it('starts over after thirty seconds of stable link, and not before', () => {
    const backoff = new Backoff(() => 1)
    for (let tried = 0; tried < 5; tried += 1) backoff.nextMs(0)
    expect(backoff.nextMs(29_999)).toBe(16_000)
    expect(backoff.nextMs(30_000)).toBe(500)
  })

  it('starts over when the network is said to be back', () => {
    const backoff = new Backoff(() => 1)
    for (let tried = 0; tried < 5; tried += 1) backoff.nextMs(0)
    backoff.reset()
    expect(backoff.nextMs(0)).toBe(500)
  })
})
