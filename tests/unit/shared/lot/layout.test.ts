import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { layoutProblems } from '../../../../src-shared/lot/layout-problems.ts'
import { LotLayout, type LaidBay } from '../../../../src-shared/lot/lot-layout.ts'
import { snapToGrid } from '../../../../src-shared/lot/snap-to-grid.ts'

function bay(id: string, x: number, y: number, width = 25, height = 50): LaidBay {
  return { id, x, y, width, height, rotation: 0 }
}

function plan(...bays: LaidBay[]): LotLayout {
  return { width: 200, height: 100, bays, features: [] }
}

describe('layoutProblems', () => {
  it('finds none in bays side by side with a common edge, and at the plan’s edges', () => {
    expect(layoutProblems(plan(bay('a', 0, 0), bay('b', 25, 0), bay('c', 0, 50), bay('d', 175, 50)))).toEqual([])
  })

  it('finds two bays that share a decimetre, and one that lies in another', () => {
    const found = layoutProblems(plan(bay('a', 0, 0), bay('b', 24, 49), bay('c', 100, 0), bay('d', 105, 10, 5, 5)))
    expect(found).toEqual([
      { kind: 'overlap', ids: ['a', 'b'] },
      { kind: 'overlap', ids: ['c', 'd'] },
    ])
  })

  it('finds a bay that reaches out of the plan', () => {
    const found = layoutProblems(plan(bay('a', 176, 0), bay('b', 0, 51), bay('c', -1, 0, 1)))
    expect(found.map((problem) => 'id' in problem && problem.id)).toEqual(['a', 'b', 'c'])
  })

  it('finds a bay that stands there twice, and one that stands nowhere', () => {
    expect(layoutProblems(plan(bay('a', 0, 0), bay('a', 50, 0)), ['a', 'b'])).toEqual([
      { kind: 'repeated', id: 'a' },
      { kind: 'unplaced', id: 'b' },
    ])
  })

  it('finds the overlaps that comparing each bay with each other finds', () => {
    const place = fc.record({ x: fc.nat(60), y: fc.nat(40), width: fc.integer({ min: 1, max: 30 }) })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (places) => {
        const bays = places.map(({ x, y, width }, at) => bay(String(at), x, y, width, 20))
        const pairs = bays.flatMap((one, at) =>
          bays
            .slice(at + 1)
            .filter((two) => Math.abs(one.y - two.y) < 20 && one.x < two.x + two.width && two.x < one.x + one.width)
            .map((two) => `${one.id} ${two.id}`),
        )
        const found = layoutProblems(plan(...bays)).flatMap((problem) =>
          problem.kind === 'overlap' ? [problem.ids.toSorted().join(' ')] : [],
        )
        expect(found.toSorted()).toEqual(pairs.toSorted())
      }),
    )
  })
})

describe('snapToGrid', () => {
  it('moves to the nearest point of the grid and keeps the size and all else', () => {
    expect(snapToGrid(bay('a', 12, 18), 5, plan())).toEqual(bay('a', 10, 20))
  })

  it('keeps a bay in the plan, at the edge rather than on the grid', () => {
    expect(snapToGrid(bay('a', 500, -30, 27, 50), 5, plan())).toEqual(bay('a', 173, 0, 27, 50))
  })

  it('never leaves a plan that is large enough, and moves nothing twice', () => {
    const at = fc.integer({ min: -300, max: 600 })
    fc.assert(
      fc.property(at, at, fc.integer({ min: 1, max: 20 }), (x, y, step) => {
        const snapped = snapToGrid(bay('a', x, y), step, plan())
        expect(layoutProblems(plan(snapped))).toEqual([])
        expect(snapToGrid(snapped, 1, plan())).toEqual(snapped)
      }),
    )
  })
})

describe('LotLayout', () => {
  it.each([
    ['half decimetres', { ...plan(), width: 10.5 }],
    ['a bay without width', plan(bay('a', 0, 0, 0))],
    ['a bay turned by 45 degrees', { ...plan(), bays: [{ ...bay('a', 0, 0), rotation: 45 }] }],
    ['a feature nobody knows', { ...plan(), features: [{ kind: 'pond', x: 0, y: 0, width: 1, height: 1 }] }],
  ])('refuses %s', (_, layout) => expect(v.is(LotLayout, layout)).toBe(false))
})
