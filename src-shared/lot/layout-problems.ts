import type { LaidBay, LotLayout } from './lot-layout.ts'

export type LayoutProblem =
  | { readonly kind: 'overlap'; readonly ids: readonly [string, string] }
  | { readonly kind: 'outside'; readonly id: string }
  | { readonly kind: 'repeated'; readonly id: string }
  | { readonly kind: 'unplaced'; readonly id: string }

/**
 * What keeps a plan from being a lot: bays that lie on each other (a common edge is none), reach out of the plan or stand
 * there twice, and, of `bayIds`, those that lie nowhere.
 */
export function layoutProblems(layout: LotLayout, bayIds: readonly string[] = []): LayoutProblem[] {
  const ids = layout.bays.map((bay) => bay.id)
  const placed = new Set(ids)
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [
    ...overlaps(layout.bays),
    ...layout.bays.filter((bay) => isOutside(bay, layout)).map(({ id }) => ({ kind: 'outside', id }) as const),
    ...[...repeated].map((id) => ({ kind: 'repeated', id }) as const),
    ...bayIds.filter((id) => !placed.has(id)).map((id) => ({ kind: 'unplaced', id }) as const),
  ]
}

function isOutside(bay: LaidBay, plan: LotLayout): boolean {
  return bay.x < 0 || bay.y < 0 || bay.x + bay.width > plan.width || bay.y + bay.height > plan.height
}

/** From left to right: a bay is compared only with those that begin before it ends. */
function overlaps(bays: readonly LaidBay[]): LayoutProblem[] {
  const found: LayoutProblem[] = []
  const sorted = bays.toSorted((one, other) => one.x - other.x)
  for (const [index, bay] of sorted.entries()) {
    for (const next of sorted.slice(index + 1)) {
      if (next.x >= bay.x + bay.width) break
      const meet = next.y < bay.y + bay.height && bay.y < next.y + next.height
      if (meet && next.id !== bay.id) found.push({ kind: 'overlap', ids: [bay.id, next.id] })
    }
  }
  return found
}
