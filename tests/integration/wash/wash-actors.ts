import type { WashBoard, WashJob } from '../../../src-shared/api/wash-schemas.ts'
import type { Answer } from '../../support/caller.ts'
import type { StillServer } from '../../support/still-server.ts'
import { hold, type Held } from '../../support/wash.ts'

export const MINUTE = 60_000
export const NOON_SLOT = '2025-12-05T14:00:00+05:30'

/** A wash that is booked and paid for. */
export async function bookedWash(
  still: StillServer,
  start = NOON_SLOT,
  change: Readonly<Record<string, unknown>> = {},
): Promise<Held> {
  const held = await hold(still.visitor, start, change)
  await still.owner.post(`/api/v1/bookings/${held.id}/confirm`)
  const paid = await still.owner.post(`/api/v1/bookings/${held.id}/payments`, { method: 'upi' })
  if (paid.status !== 201) throw new Error(`the wash could not be paid: ${paid.text}`)
  return held
}

export function move(
  still: StillServer,
  held: { readonly id: string },
  state: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return still.owner.post(`/api/v1/wash-jobs/job-${held.id}/move`, { state, ...more })
}

/** Moves a wash through columns, each of which must take it. */
export async function moveThrough(still: StillServer, held: { readonly id: string }, ...states: readonly string[]) {
  for (const state of states) {
    const answer = await move(still, held, state)
    if (answer.status !== 200) throw new Error(`${state} was refused: ${answer.text}`)
  }
}

export function assign(still: StillServer, held: { readonly id: string }, bay: string): Promise<Answer> {
  return still.owner.post(`/api/v1/wash-jobs/job-${held.id}/bay`, { wash_bay_id: bay })
}

export async function board(still: StillServer): Promise<WashBoard> {
  const answer = await still.owner.get('/api/v1/wash-jobs')
  if (answer.status !== 200) throw new Error(`there is no board: ${answer.text}`)
  return answer.json() as WashBoard
}

/** The plates of a column, in its order. */
export async function column(still: StillServer, state: string): Promise<readonly string[]> {
  return (await board(still)).columns.find((one) => one.state === state)?.jobs.map(({ plate }) => plate) ?? []
}

export async function jobOf(still: StillServer, held: { readonly id: string }): Promise<WashJob> {
  const jobs = (await board(still)).columns.flatMap((one) => one.jobs)
  const job = jobs.find(({ booking_id }) => booking_id === held.id)
  if (job === undefined) throw new Error('the wash is not on the board')
  return job
}

/** What keeps a bay for a booking, as it is on the disk: minutes after an instant. */
export function bayOf(still: StillServer, held: { readonly id: string }, since: string) {
  const row = still.look((db) =>
    db
      .prepare<[string], { bay: string; state: string; busyFrom: number; busyTo: number }>(
        `SELECT resource_id AS bay, state, busy_from AS "busyFrom", busy_to AS "busyTo" FROM allocation
         WHERE booking_id = ? ORDER BY state = 'released'`,
      )
      .get(held.id),
  )
  const minutes = (at = 0) => Math.round((at - Date.parse(since)) / MINUTE)
  return { bay: row?.bay, state: row?.state, from: minutes(row?.busyFrom), to: minutes(row?.busyTo) }
}
