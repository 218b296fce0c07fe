import { useReducer } from 'react'
import type { LotLayout } from '../../../src-shared/lot/lot-layout.ts'
import type { ItemKey } from './plan-edit.ts'

export interface PlanState {
  readonly past: readonly LotLayout[]
  readonly plan: LotLayout
  readonly future: readonly LotLayout[]
  readonly saved: LotLayout
  readonly selected: ItemKey | null
}

export type PlanAction =
  /** `key` is what is selected afterwards; what is not said stays. */
  | { readonly do: 'edit'; readonly plan: LotLayout; readonly key?: ItemKey | null }
  | { readonly do: 'select'; readonly key: ItemKey | null }
  | { readonly do: 'undo' | 'redo' }
  | { readonly do: 'reset'; readonly plan: LotLayout }

/** So many steps can be taken back. */
const MOST_STEPS = 200

export function planReducer(state: PlanState, action: PlanAction): PlanState {
  const { past, plan, future } = state
  switch (action.do) {
    case 'edit': {
      const selected = action.key === undefined ? state.selected : action.key
      if (action.plan === plan || JSON.stringify(action.plan) === JSON.stringify(plan)) return { ...state, selected }
      return { ...state, past: [...past, plan].slice(-MOST_STEPS), plan: action.plan, future: [], selected }
    }
    case 'select':
      return { ...state, selected: action.key }
    case 'undo': {
      const before = past.at(-1)
      return before === undefined
        ? state
        : { ...state, past: past.slice(0, -1), plan: before, future: [plan, ...future] }
    }
    case 'redo': {
      const [next, ...rest] = future
      return next === undefined ? state : { ...state, past: [...past, plan], plan: next, future: rest }
    }
    case 'reset':
      return freshPlan(action.plan)
  }
}

export function freshPlan(plan: LotLayout): PlanState {
  return { past: [], plan, future: [], saved: plan, selected: null }
}

export function usePlan(read: LotLayout) {
  const [state, dispatch] = useReducer(planReducer, read, freshPlan)
  const dirty = JSON.stringify(state.plan) !== JSON.stringify(state.saved)
  return { state, dispatch, dirty }
}
