import type { BayClass } from '../../src-shared/api/fields.ts'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { BayState, type BayState as State } from '../../src-shared/lot/bay-state.ts'

export interface ClassCounts {
  readonly bayClass: BayClass
  readonly total: number
  readonly by: Readonly<Record<State, number>>
}

/** How many parking bays of each class are in each state, in the order in which the classes stand on the lot. */
export function countBays(bays: readonly LotBay[]): readonly ClassCounts[] {
  const classes = new Set(bays.flatMap(({ bay_class: bayClass }) => bayClass ?? []))
  return [...classes].map((bayClass) => {
    const of = bays.filter((bay) => bay.bay_class === bayClass)
    const by = BayState.options.map((state) => [state, of.filter((bay) => bay.state === state).length])
    return { bayClass, total: of.length, by: Object.fromEntries(by) as Record<State, number> }
  })
}

/** The same over all classes. */
export function countStates(counts: readonly ClassCounts[]): Readonly<Record<State, number>> {
  const sums = BayState.options.map((state) => [state, counts.reduce((sum, { by }) => sum + by[state], 0)])
  return Object.fromEntries(sums) as Record<State, number>
}
