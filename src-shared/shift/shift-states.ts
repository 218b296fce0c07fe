import type { TransitionTable } from '../states/transition-table.ts'

/** A shift is open or closed; closed, it is never changed again. */
export const shiftStates = ['open', 'closed'] as const
export type ShiftState = (typeof shiftStates)[number]

export const shiftTransitions = { open: ['closed'], closed: [] } as const satisfies TransitionTable<ShiftState>
