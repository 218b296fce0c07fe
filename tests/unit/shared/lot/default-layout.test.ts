import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LotBayClass } from '../../../../src-shared/lot/bay-state.ts'
import { defaultLayout } from '../../../../src-shared/lot/default-layout.ts'
import { layoutProblems } from '../../../../src-shared/lot/layout-problems.ts'
import { LotLayout, type LaidBay, type Outline } from '../../../../src-shared/lot/lot-layout.ts'
import { nearestBay } from '../../../../src-shared/lot/nearest-bay.ts'
import { demoBays } from './demo-bays.ts'

const anyBays = fc
  .array(fc.record({ bayClass: fc.constantFrom(...LotBayClass.options), count: fc.integer({ min: 1, max: 45 }) }), {
    maxLength: 8,
  })
  .map((kinds) =>
    kinds.flatMap(({ bayClass, count }, kind) =>
      Array.from({ length: count }, (_, at) => {
        const label = `${String.fromCodePoint(65 + kind)}${at + 1}`
        return { id: label, label, bayClass, position: kind * 100 + at }
      }),
    ),
  )

describe('the default layout of the demo lot', () => {
  const layout = defaultLayout(demoBays)
  const bay = (id: string) => layout.bays.find((laid) => laid.id === id)!

  it('places all 42 bays, in rows that face each other over a lane', () => {
    expect(
      layoutProblems(
        layout,
        demoBays.map(({ id }) => id),
      ),
    ).toEqual([])
    expect(layout.bays).toHaveLength(42)
    expect(bay('A01').y).toBe(bay('A10').y)
    expect([bay('A01').rotation, bay('A11').rotation]).toEqual([0, 180])
    expect(bay('A11').y).toBeGreaterThan(bay('A01').y + bay('A01').height)
    expect(bay('A11').x).toBe(bay('A01').x)
  })

  it('has narrow bays for two-wheelers, wide ones for wheelchairs, and the wash bays in the wash hall', () => {
    expect(bay('C01').width).toBeLessThan(bay('A01').width)
    expect(bay('D01').width).toBeGreaterThan(bay('A01').width)
    const hall = layout.features.find(({ kind }) => kind === 'wash_hall')!
    expect([isWithin(bay('W1'), hall), isWithin(bay('W2'), hall), isWithin(bay('F02'), hall)]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is about as wide as a screen, with one way in and one way out', () => {
    expect(layout.width / layout.height).toBeGreaterThan(1.1)
    expect(layout.width / layout.height).toBeLessThan(1.7)
    expect(layout.features.filter(({ kind }) => kind === 'entrance')).toHaveLength(1)
    expect(layout.features.filter(({ kind }) => kind === 'exit')).toHaveLength(1)
  })

  it('is the same in whatever order the bays come', () => {
    expect(defaultLayout(demoBays.toReversed())).toEqual(layout)
  })
})

describe('a default layout', () => {
  it('holds any bays, each once, on no other, in the plan, off the lanes, with its mouth at a lane', () => {
    fc.assert(
      fc.property(anyBays, (bays) => {
        const layout = defaultLayout(bays)
        expect(
          layoutProblems(
            layout,
            bays.map(({ id }) => id),
          ),
        ).toEqual([])
        expect(layout.bays).toHaveLength(bays.length)
        expect(v.parse(LotLayout, layout)).toEqual(layout)
        const lanes = layout.features.filter(({ kind }) => kind === 'lane')
        for (const laid of layout.bays) {
          expect(lanes.some((lane) => meet(laid, lane))).toBe(false)
          expect(lanes.some((lane) => mouthOf(laid) === (laid.rotation === 0 ? lane.y : lane.y + lane.height))).toBe(
            true,
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its features in the plan', () => {
    fc.assert(
      fc.property(anyBays, (bays) => {
        const { width, height, features } = defaultLayout(bays)
        for (const feature of features) expect(isWithin(feature, { x: 0, y: 0, width, height })).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('lets the arrow keys reach every bay from every other', () => {
    fc.assert(
      fc.property(anyBays, (bays) => {
        const laid = defaultLayout(bays).bays
        const ways = laid.map(({ id }) => [id, nextTo(laid, id)] as const)
        const back = new Map<string, string[]>()
        for (const [id, next] of ways) for (const to of next) back.set(to, [...(back.get(to) ?? []), id])
        const first = laid[0]?.id
        expect(reached(new Map(ways), first)).toBe(laid.length)
        expect(reached(back, first)).toBe(laid.length)
      }),
      { numRuns: 25 },
    )
  })
})

function nextTo(bays: readonly LaidBay[], id: string): string[] {
  const found = (['up', 'down', 'left', 'right'] as const).map((direction) => nearestBay(bays, id, direction))
  return found.filter((next) => next !== undefined)
}

function reached(ways: ReadonlyMap<string, readonly string[]>, first: string | undefined): number {
  const seen = new Set<string>(first === undefined ? [] : [first])
  for (const id of seen) for (const next of ways.get(id) ?? []) seen.add(next)
  return seen.size
}

function mouthOf(bay: LaidBay): number {
  return bay.rotation === 0 ? bay.y + bay.height : bay.y
}

function meet(one: Outline, other: Outline): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width
  return across && one.y < other.y + other.height && other.y < one.y + one.height
}

function isWithin(inner: Outline, outer: Outline): boolean {
  const across = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
  return across && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
}
