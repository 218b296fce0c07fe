import { tableAllows, type TransitionTable } from '../states/transition-table.ts'

/** The life of a wash, from the booking that was paid for to the car that is fetched: the columns of the wash board. */
export const washJobStates = [
  'booked',
  'queued',
  'in_progress',
  'quality_check',
  'ready',
  'collected',
  'cancelled',
  'no_show',
] as const
export type WashJobState = (typeof washJobStates)[number]

export const washJobTransitions = {
  booked: ['queued', 'cancelled', 'no_show'],
  queued: ['in_progress', 'cancelled'],
  // One step back takes back a slip of the hand.
  in_progress: ['quality_check', 'queued'],
  // Work that does not pass the check is done again.
  quality_check: ['ready', 'in_progress'],
  ready: ['collected', 'quality_check'],
  collected: [],
  cancelled: [],
  no_show: [],
} as const satisfies TransitionTable<WashJobState>

export function washJobMayBecome(from: WashJobState, to: WashJobState): boolean {
  return tableAllows(washJobTransitions, from, to)
}

/** The columns of the board, in the order in which a wash goes through them. */
export const washColumns = ['booked', 'queued', 'in_progress', 'quality_check', 'ready', 'collected'] as const
export type WashColumn = (typeof washColumns)[number]

export function isWashColumn(state: WashJobState): state is WashColumn {
  return (washColumns as readonly WashJobState[]).includes(state)
}

/** Whether a move takes a wash back to an earlier column. */
export function isStepBack(from: WashJobState, to: WashJobState): boolean {
  const columns: readonly WashJobState[] = washColumns
  return isWashColumn(to) && columns.indexOf(to) < columns.indexOf(from)
}
