import type { BayClass } from '../../src-shared/api/fields.ts'
import type { Ms, Queries, ResourceRow } from '../store/store.ts'
import type { Busy, Span } from './free-bays.ts'

/** A car that stands in a bay is taken to stand there for at least so long, in ms, whatever was planned. */
export const STANDING_MS = 15 * 60_000

/** Who has which bay within a span, and which cars stand where at `now`. */
export async function lotBusy(queries: Queries, span: Span, now: Ms): Promise<readonly Busy[]> {
  const planned = (await queries.liveAllocations('bay', span.from, span.to)).map(
    ({ resourceId, busyFrom, busyTo }) => ({
      resourceId,
      from: busyFrom,
      to: busyTo,
    }),
  )
  // A car whose planned time is over, and whose bay is somebody else's by now, stands there all the same.
  const standing = (await queries.standingBays()).map((resourceId) => ({
    resourceId,
    from: Math.min(span.from, now),
    to: now + STANDING_MS,
  }))
  return [...planned, ...standing]
}

export async function baysOfClass(queries: Queries, bayClass: BayClass): Promise<readonly ResourceRow[]> {
  return (await queries.resources('bay')).filter((bay) => bay.bayClass === bayClass)
}
