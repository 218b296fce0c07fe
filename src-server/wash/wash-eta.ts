import { dateAt, dayBounds } from '../site/site-calendar.ts'
import type { WashJobView } from '../store/car-park-rows.ts'
import type { Ms, Queries } from '../store/store.ts'
import { measuredMs, readyTimes, SAMPLE, type WashAhead } from './wash-estimates.ts'

const MINUTE = 60_000

/** What a service is expected to take: as measured, or as planned while too little was measured. */
export interface Expectation {
  readonly measuredMs: number | null
  /** How many washes the measure rests on. */
  readonly samples: number
}

export async function expectationOf(queries: Queries, serviceId: string): Promise<Expectation> {
  const durations = await queries.washDurations(serviceId, SAMPLE)
  return { measuredMs: measuredMs(durations), samples: durations.length }
}

/** What a wash is expected to take, in ms. */
export function expectedMs(
  job: Pick<WashJobView, 'startsAt' | 'endsAt'>,
  expectation: Expectation | undefined,
): number {
  return expectation?.measuredMs ?? job.endsAt - job.startsAt
}

export async function expectations(
  queries: Queries,
  serviceIds: Iterable<string>,
): Promise<ReadonlyMap<string, Expectation>> {
  const known = new Map<string, Expectation>()
  for (const id of new Set(serviceIds)) known.set(id, await expectationOf(queries, id))
  return known
}

/** The washes that can stand before another: the cars that are here, and those booked for the day. */
export async function washesAround(queries: Queries, timezone: string, at: Ms): Promise<readonly WashJobView[]> {
  const day = dayBounds(dateAt(at, timezone), timezone)
  const open = await queries.openWashJobs()
  const here = new Set(open.map(({ id }) => id))
  return [...open, ...(await queries.washJobsStarting(day.from, day.to)).filter(({ id }) => !here.has(id))]
}

export function toAhead(job: WashJobView, known: ReadonlyMap<string, Expectation>): WashAhead {
  return {
    id: job.id,
    resourceId: job.resourceId,
    state: job.state,
    position: job.position,
    startsAt: job.startsAt,
    startedAt: job.startedAt,
    expectedMs: expectedMs(job, known.get(job.serviceId)),
    cleanupMs: job.cleanupMinutes * MINUTE,
  }
}

/**
 * When a car is ready, for its customer: since when it has been, or when it is likely to be.
 * @param timezone the site's
 * @returns null while the car is not here, and once it has been fetched or will not come
 */
export async function washEta(queries: Queries, job: WashJobView, timezone: string, at: Ms): Promise<Ms | null> {
  if (job.state === 'ready') return job.readyAt
  if (job.state !== 'queued' && job.state !== 'in_progress' && job.state !== 'quality_check') return null
  const jobs = (await washesAround(queries, timezone, at)).filter(({ resourceId }) => resourceId === job.resourceId)
  const known = await expectations(
    queries,
    jobs.map(({ serviceId }) => serviceId),
  )
  return (
    readyTimes(
      jobs.map((one) => toAhead(one, known)),
      at,
    ).get(job.id) ?? null
  )
}
