import type { WashBoard, WashJob } from '../../src-shared/api/wash-schemas.ts'
import {
  isStepBack,
  washColumns,
  washJobMayBecome,
  type WashColumn,
  type WashJobState,
} from '../../src-shared/wash/wash-job-states.ts'

/** A move that the server has not answered yet. */
export interface PendingMove {
  readonly state: WashJobState
  readonly position?: number | undefined
}

export type Column = WashBoard['columns'][number]

/** The columns that a wash may go to, by the same table as the server's. */
export function targetsOf(state: WashJobState): readonly WashColumn[] {
  return washColumns.filter((column) => washJobMayBecome(state, column))
}

/** The column one step further on or back, if the table allows it. */
export function stepOf(state: WashJobState, way: 'on' | 'back'): WashColumn | undefined {
  return targetsOf(state).find((column) => isStepBack(state, column) === (way === 'back'))
}

/** The columns in which a card's place among the others is somebody's choice. */
export function canBePlaced(state: WashJobState): boolean {
  return state === 'queued' || state === 'in_progress' || state === 'quality_check' || state === 'ready'
}

/** The board as it will be if the server agrees with the moves that it has not answered yet. */
export function withPending(columns: readonly Column[], pending: ReadonlyMap<string, PendingMove>): readonly Column[] {
  if (pending.size === 0) return columns
  const moving = columns.flatMap(({ jobs }) => jobs).filter(({ id }) => pending.has(id))
  return columns.map((column) => {
    const staying = column.jobs.filter(({ id }) => !pending.has(id))
    const coming = moving.filter(({ id }) => pending.get(id)?.state === column.state)
    return { ...column, jobs: coming.reduce((jobs, job) => placed(jobs, job, pending.get(job.id)), staying) }
  })
}

function placed(jobs: readonly WashJob[], job: WashJob, move: PendingMove | undefined): WashJob[] {
  const position = Math.min(move?.position ?? jobs.length, jobs.length)
  return [...jobs.slice(0, position), job, ...jobs.slice(position)]
}

export function jobOn(columns: readonly Column[], id: string): WashJob | undefined {
  return columns.flatMap(({ jobs }) => jobs).find((job) => job.id === id)
}
