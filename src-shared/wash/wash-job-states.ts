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
