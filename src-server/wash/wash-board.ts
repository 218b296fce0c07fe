import type { WashBoard, WashJob } from '../../src-shared/api/wash-schemas.ts'
import { washColumns, type WashColumn } from '../../src-shared/wash/wash-job-states.ts'
import { dateAt, toSiteIso } from '../site/site-calendar.ts'
import type { WashJobView } from '../store/car-park-rows.ts'
import type { Ms, Queries } from '../store/store.ts'
import { expectations, expectedMs, toAhead, washesAround, type Expectation } from './wash-eta.ts'
import { readyTimes } from './wash-estimates.ts'
import { toWashWire } from './wash-wire.ts'

const MINUTE = 60_000
/** So many collected cars stay in sight; the list of bookings has them all. */
const MOST_COLLECTED = 12

/** The board as it stands at an instant. */
export async function washBoard(queries: Queries, timezone: string, at: Ms): Promise<WashBoard> {
  const date = dateAt(at, timezone)
  const jobs = await washesAround(queries, timezone, at)
  const services = await queries.services()
  const known = await expectations(queries, [
    ...services.map(({ id }) => id),
    ...jobs.map(({ serviceId }) => serviceId),
  ])
  const wire = wireOf(jobs, known, timezone, at)
  return {
    server_time: toSiteIso(at, timezone),
    date,
    columns: washColumns.map((state) => ({ state, jobs: columnOf(state, jobs).map(wire) })),
    bays: (await queries.resources('wash_bay')).map(({ id, label }) => ({ id, label })),
    durations: services.map(({ id, name, durationMinutes }) => ({
      service: { id, name },
      planned_minutes: durationMinutes,
      median_minutes: inMinutes(known.get(id)?.measuredMs ?? null),
      samples: known.get(id)?.samples ?? 0,
    })),
  }
}

/** One wash as the board shows it. */
export async function washOnBoard(queries: Queries, job: WashJobView, timezone: string, at: Ms): Promise<WashJob> {
  const jobs = await washesAround(queries, timezone, at)
  const known = await expectations(queries, [job.serviceId, ...jobs.map(({ serviceId }) => serviceId)])
  return wireOf(jobs, known, timezone, at)(job)
}

function wireOf(
  jobs: readonly WashJobView[],
  known: ReadonlyMap<string, Expectation>,
  timezone: string,
  at: Ms,
): (job: WashJobView) => WashJob {
  const ahead = jobs.map((job) => toAhead(job, known))
  const ready = readyTimes(ahead, at)
  return (job) =>
    toWashWire(
      job,
      { expectedMs: expectedMs(job, known.get(job.serviceId)), readyBy: ready.get(job.id) ?? null },
      timezone,
    )
}

/** The cars of a column: booked ones by their time, fetched ones last first, the others by position. */
export function columnOf(state: WashColumn, jobs: readonly WashJobView[]): readonly WashJobView[] {
  const column = jobs.filter((job) => job.state === state)
  if (state === 'booked') return column.toSorted((a, b) => a.startsAt - b.startsAt)
  if (state !== 'collected') return column.toSorted((a, b) => a.position - b.position)
  return column.toSorted((a, b) => (b.collectedAt ?? 0) - (a.collectedAt ?? 0)).slice(0, MOST_COLLECTED)
}

function inMinutes(ms: number | null): number | null {
  return ms === null ? null : ms / MINUTE
}
