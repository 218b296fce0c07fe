import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intersect, quorumOf, sideOf, type OffsetInterval } from '../../../src-server/clock/sntp/agreement.ts'

const around = (offset: number, error: number): OffsetInterval => ({ lo: offset - error, hi: offset + error })

/** Looks at every point that could matter, instead of sweeping: slow, and too simple to be wrong. */
function bruteForce(intervals: readonly OffsetInterval[]): { count: number; lo: number; hi: number } | undefined {
  const countAt = (at: number): number => intervals.filter(({ lo, hi }) => lo <= at && at <= hi).length
  const edges = [...new Set(intervals.flatMap(({ lo, hi }) => [lo, hi]))].toSorted((a, b) => a - b)
  const count = Math.max(0, ...edges.map(countAt))
  const lo = edges.find((edge) => countAt(edge) === count)
  if (lo === undefined) return undefined
  // It ends where the first of those that hold there ends.
  const hi = Math.min(...intervals.filter((one) => one.lo <= lo && lo <= one.hi).map((one) => one.hi))
  return { count, lo, hi }
}

describe('where sources agree', () => {
  it('is nowhere without any', () => {
    expect(intersect([])).toBeUndefined()
  })

  it.each([
    { name: 'all three', of: [around(0, 10), around(5, 10), around(-5, 10)], is: { lo: -5, hi: 5, count: 3 } },
    {
      name: 'two against a liar',
      of: [around(0, 10), around(5, 10), around(9000, 10)],
      is: { lo: -5, hi: 10, count: 2 },
    },
    {
      name: 'a chain of two and two',
      of: [around(0, 10), around(15, 10), around(30, 10)],
      is: { lo: 5, hi: 10, count: 2 },
    },
    { name: 'two that touch', of: [around(0, 10), around(20, 10)], is: { lo: 10, hi: 10, count: 2 } },
    { name: 'one inside another', of: [around(0, 100), around(3, 1)], is: { lo: 2, hi: 4, count: 2 } },
    { name: 'only one', of: [around(7, 2)], is: { lo: 5, hi: 9, count: 1 } },
  ])('is found for $name', ({ of, is }) => {
    expect(intersect(of)).toEqual(is)
  })

  it('is what a brute-force search finds', () => {
    const interval = fc.record({ at: fc.integer({ min: -40, max: 40 }), error: fc.integer({ min: 0, max: 15 }) })
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 7 }), (list) => {
        const intervals = list.map(({ at, error }) => around(at, error))
        expect(intersect(intervals)).toEqual(bruteForce(intervals))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the quorum', () => {
  it.each([
    [1, 2],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [7, 4],
  ])('of %i sources is %i: more than half, and never one alone', (sources, quorum) => {
    expect(quorumOf(sources)).toBe(quorum)
  })
})

describe('whom the sources side with', () => {
  it.each([
    ['both', { lo: -5, hi: 5 }, 100],
    ['business', { lo: -5, hi: 5 }, 134],
    ['wall', { lo: 3000, hi: 3100 }, 3000],
    ['wall', { lo: 3000, hi: 3100 }, 3228],
    ['neither', { lo: 3000, hi: 3100 }, 3229],
    ['both', { lo: -100, hi: 3100 }, 3000],
    ['business', { lo: -128, hi: -128 }, 1],
    ['neither', { lo: -129, hi: -129 }, 0],
  ] as const)('is %s when true time is %o ahead and the wall clock %i ms', (side, interval, wallAhead) => {
    expect(sideOf(interval, wallAhead, 128)).toBe(side)
  })
})
