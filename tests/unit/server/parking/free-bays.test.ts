import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeBays, longestFree, overlaps, tightestBay } from '../../../../src-server/parking/free-bays.ts'

const bays = ['A', 'B', 'C'].map((id) => ({ id }))
const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 })).map(([from, length]) => ({
  from,
  to: from + length,
}))
const busy = fc.array(
  fc.tuple(fc.constantFrom('A', 'B', 'C', 'X'), span).map(([resourceId, when]) => ({ resourceId, ...when })),
  { maxLength: 12 },
)

/** Moment by moment, because times are whole numbers. */
function isBusyAt(rows: readonly { resourceId: string; from: number; to: number }[], id: string, at: number): boolean {
  return rows.some((row) => row.resourceId === id && row.from <= at && at < row.to)
}
function moments({ from, to }: { from: number; to: number }): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

describe('spans', () => {
  it('overlap when they share a moment, and not where one ends as the other begins', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const shared = moments(one).some((at) => other.from <= at && at < other.to)
        expect(overlaps(one, other)).toBe(shared)
        expect(overlaps(other, one)).toBe(shared)
      }),
    )
  })
})

describe('free bays', () => {
  it('are those with no busy moment in the span, in the order given', () => {
    fc.assert(
      fc.property(busy, span, (rows, when) => {
        const expected = bays.filter(({ id }) => !moments(when).some((at) => isBusyAt(rows, id, at)))
        expect(freeBays(bays, rows, when)).toEqual(expected)
      }),
    )
  })

  it('the tightest of them is free, and none leaves less on its nearer side', () => {
    const gaps = (
      rows: readonly { resourceId: string; from: number; to: number }[],
      id: string,
      when: { from: number; to: number },
    ) => {
      let [before, after] = [0, 0]
      while (before < 100 && !isBusyAt(rows, id, when.from - before - 1)) before += 1
      while (after < 100 && !isBusyAt(rows, id, when.to + after)) after += 1
      return Math.min(before === 100 ? Infinity : before, after === 100 ? Infinity : after)
    }
    fc.assert(
      fc.property(busy, span, (rows, when) => {
        const free = freeBays(bays, rows, when)
        const best = tightestBay(bays, rows, when)
        expect(best === undefined).toBe(free.length === 0)
        if (best === undefined) return
        const least = Math.min(...free.map(({ id }) => gaps(rows, id, when)))
        expect([free.includes(best), gaps(rows, best.id, when)]).toEqual([true, least])
      }),
    )
  })

  it('of two equally tight bays the one with less left after it goes, then the first', () => {
    const rows = [
      { resourceId: 'A', from: 0, to: 10 },
      { resourceId: 'B', from: 0, to: 10 },
      { resourceId: 'B', from: 30, to: 40 },
    ]
    expect(tightestBay(bays, rows, { from: 10, to: 20 })?.id).toBe('B')
    expect(tightestBay(bays, [], { from: 10, to: 20 })?.id).toBe('A')
  })

  it('now are told with the instant until which they are free, longest first', () => {
    fc.assert(
      fc.property(busy, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 5 }), (rows, at, least) => {
        const found = longestFree(bays, rows, at, least)
        expect(found.map(({ bay }) => bay.id).toSorted()).toEqual(
          freeBays(bays, rows, { from: at, to: at + least }).map(({ id }) => id),
        )
        for (const [index, { bay, until }] of found.entries()) {
          expect(until).toBeLessThanOrEqual(found[index - 1]?.until ?? Infinity)
          const end = until === Infinity ? at + 100 : until
          expect(moments({ from: at, to: end }).some((moment) => isBusyAt(rows, bay.id, moment))).toBe(false)
          expect(until === Infinity || isBusyAt(rows, bay.id, until)).toBe(true)
        }
      }),
    )
  })
})
