import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, planDiff, removed, turned, withBays } from '../../../src-renderer/admin/plan/plan-edit.ts'
import { readPlanFile, writePlanFile } from '../../../src-renderer/admin/plan/plan-file.ts'
import { freshPlan, planReducer } from '../../../src-renderer/admin/plan/use-plan.ts'
import { kerbsideVersion } from '../../../src-shared/version.ts'
import { labelRun } from '../../../src-shared/lot/label-run.ts'
import { layoutProblems } from '../../../src-shared/lot/layout-problems.ts'
import type { LotLayout } from '../../../src-shared/lot/lot-layout.ts'

const plan: LotLayout = {
  width: 200,
  height: 100,
  bays: [{ id: 'a', x: 10, y: 10, width: 25, height: 50, rotation: 0 }],
  features: [{ kind: 'lane', x: 0, y: 70, width: 200, height: 30, direction: 'right' }],
}
const bays = [{ id: 'a', label: 'A01' }]

describe('drawing the plan', () => {
  it('keeps a thing within the edges, however far it is moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (dx, dy) => {
        expect(layoutProblems(moved(plan, 'bay:a', dx, dy))).toEqual([])
      }),
    )
  })

  it('turns a bay and the way its car looks; four turns are none', () => {
    const once = turned(plan, 'bay:a')
    expect(once.bays[0]).toMatchObject({ width: 50, height: 25, rotation: 90 })
    const round = [1, 2, 3].reduce((at) => turned(at, 'bay:a'), once)
    expect(round.bays[0]).toMatchObject({ width: 25, height: 50, rotation: 0 })
    expect(turned(plan, 'feature:0').features[0]).toMatchObject({ direction: 'down' })
  })

  it('lays a run free of what lies there, and makes the plan larger where it must', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const run = Array.from({ length: count }, (_, index) => ({ id: `n${index}`, bayClass: 'car' as const }))
        const laid = withBays(plan, run)
        expect(laid.bays).toHaveLength(count + 1)
        expect(layoutProblems(laid)).toEqual([])
      }),
    )
  })

  it('takes each step back and forward again, and forgets the future at a new one', () => {
    const one = planReducer(freshPlan(plan), { do: 'edit', plan: moved(plan, 'bay:a', 5, 0) })
    const two = planReducer(one, { do: 'edit', plan: removed(one.plan, 'bay:a') })
    const back = planReducer(two, { do: 'undo' })
    expect(back.plan).toBe(one.plan)
    expect(planReducer(back, { do: 'redo' }).plan).toBe(two.plan)
    expect(planReducer(planReducer(back, { do: 'undo' }), { do: 'undo' }).plan).toBe(plan)
    expect(planReducer(back, { do: 'edit', plan: moved(back.plan, 'bay:a', 0, 5) }).future).toEqual([])
    // What changes nothing is no step.
    expect(planReducer(one, { do: 'edit', plan: { ...one.plan } }).past).toBe(one.past)
  })

  it('counts what differs', () => {
    expect(planDiff(plan, removed(plan, 'bay:a'))).toEqual({ added: 0, moved: 0, removed: 1, features: 0 })
    expect(planDiff(plan, moved(plan, 'feature:0', 0, -5))).toEqual({ added: 0, moved: 0, removed: 0, features: 1 })
  })

  it('goes to a file by labels and comes back; a bay that is not here is named', () => {
    const text = writePlanFile(plan, bays)
    expect(text).toContain('A01')
    expect(readPlanFile(text, [{ id: 'other', label: 'a01' }])?.layout.bays[0]?.id).toBe('other')
    expect(readPlanFile(text, [])).toMatchObject({ layout: { bays: [] }, unknown: ['A01'] })
    for (const none of ['', '{}', '[]', '{"kerbside_lot":2,"layout":{}}'])
      expect(readPlanFile(none, bays)).toBeUndefined()
  })
})

describe('a run of labels', () => {
  it.each([
    ['A01', 'A03', ['A01', 'A02', 'A03']],
    ['W9', 'W11', ['W9', 'W10', 'W11']],
    ['Gate', '', ['Gate']],
    ['A1', 'A1', ['A1']],
    ['A1', 'B3', undefined],
    ['A3', 'A1', undefined],
    ['A', 'B', undefined],
    ['', 'A1', undefined],
    ['A1', 'A201', undefined],
  ])('%s to %s', (from, to, labels) => expect(labelRun(from, to)).toEqual(labels))
})

it('the server knows the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(kerbsideVersion).toBe(version)
})
