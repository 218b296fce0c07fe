import type { WashJobState } from '../../src-shared/wash/wash-job-states.ts'

/** So many of the last washes of a service are asked how long it takes. */
export const SAMPLE = 20
/** Fewer than these say nothing yet; the planned time stands. */
const FEWEST = 3

/** The middle one, or halfway between the two middle ones; undefined of nothing. Whole numbers give a whole number. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  return upper === undefined || lower === undefined ? undefined : Math.round((lower + upper) / 2)
}

/** How long the last washes of a service took by the middle one, in ms; null while too few were measured. */
export function measuredMs(durations: readonly number[]): number | null {
  return durations.length < FEWEST ? null : (median(durations.slice(0, SAMPLE)) ?? null)
}

/** A wash as far as it matters for those behind it on its bay. Instants and spans in ms of business time. */
export interface WashAhead {
  readonly id: string
  readonly resourceId: string
  readonly state: WashJobState
  readonly position: number
  readonly startsAt: number
  readonly startedAt: number | null
  /** How long the work is expected to take. */
  readonly expectedMs: number
  readonly cleanupMs: number
}

/**
 * When each unfinished wash is likely to be ready. On a bay one car goes after the other: the one in it first, then
 * those that wait, by booked start and position; nobody is begun before the booked start, which is what was promised.
 * A wash over its time is expected any moment: `at`.
 */
export function readyTimes(jobs: readonly WashAhead[], at: number): ReadonlyMap<string, number> {
  const ready = new Map<string, number>()
  const free = new Map<string, number>()
  for (const job of jobs.filter(isAhead).toSorted(byTurn)) {
    const done = doneAt(job, free.get(job.resourceId) ?? at, at)
    ready.set(job.id, done)
    free.set(job.resourceId, Math.max(done + job.cleanupMs, free.get(job.resourceId) ?? at))
  }
  return ready
}

function isAhead({ state }: WashAhead): boolean {
  return state === 'booked' || state === 'queued' || state === 'in_progress' || state === 'quality_check'
}

/** Whose turn it is: what is being checked is nearly out, what is washed comes next, then those that wait. */
const turn: Partial<Record<WashJobState, number>> = { quality_check: 0, in_progress: 1 }

function byTurn(a: WashAhead, b: WashAhead): number {
  return (
    (turn[a.state] ?? 2) - (turn[b.state] ?? 2) ||
    a.startsAt - b.startsAt ||
    a.position - b.position ||
    (a.id < b.id ? -1 : 1)
  )
}

function doneAt(job: WashAhead, free: number, at: number): number {
  if (job.state === 'quality_check') return at
  if (job.state === 'in_progress') return Math.max(at, (job.startedAt ?? at) + job.expectedMs)
  return Math.max(free, job.startsAt) + job.expectedMs
}
