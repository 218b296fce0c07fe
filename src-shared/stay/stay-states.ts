import { tableAllows, type TransitionTable } from '../states/transition-table.ts'

/** The life of a car in the car park. A voided stay was a mistake and never a car. */
export const stayStates = ['parked', 'exited', 'voided'] as const
export type StayState = (typeof stayStates)[number]

export const stayTransitions = {
  parked: ['exited', 'voided'],
  exited: [],
  voided: [],
} as const satisfies TransitionTable<StayState>

export function stayMayBecome(from: StayState, to: StayState): boolean {
  return tableAllows(stayTransitions, from, to)
}
