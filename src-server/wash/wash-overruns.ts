import type { Announcement } from '../events/announcement.ts'
import type { WashJobView } from '../store/car-park-rows.ts'
import type { Ms, Queries, SiteRow, Transaction } from '../store/store.ts'
import { isInBay, makeRoom, planClaim, type ClaimPlan } from './bay-claim.ts'
import { tellOfDelay } from './wash-moves.ts'
import { washAnnouncement } from './wash-wire.ts'

const MINUTE = 60_000
/** A wash that runs over gets its bay for so much longer at a time. */
const STEP_MS = 5 * MINUTE

interface Overrun {
  readonly job: WashJobView
  /** Until when it has its bay so far. */
  readonly busyTo: Ms
  readonly plan: ClaimPlan
}

/** What is to be written of a wash that is still in its bay past the time that was planned for it, if anything. */
async function overrunOf(queries: Queries, job: WashJobView, at: Ms): Promise<Overrun | undefined> {
  const { bookingId, resourceId, busyTo } = job
  if (busyTo === null) return undefined
  const overMs = at - (busyTo - job.cleanupMinutes * MINUTE)
  if (overMs < 0) return undefined
  const to = busyTo + (Math.floor(overMs / STEP_MS) + 1) * STEP_MS
  const plan = await planClaim(queries, { bookingId, resourceId, from: busyTo, to })
  const isNews = plan.hit !== null && plan.hit.id !== job.toldBookingId
  return plan.until > busyTo || isNews || plan.displaced.length > 0 ? { job, busyTo, plan } : undefined
}

/** Whether a wash runs over so that something is to be written. Asks without writing. */
export async function hasOverruns(queries: Queries, at: Ms): Promise<boolean> {
  for (const job of (await queries.openWashJobs()).filter(isInBay)) {
    if ((await overrunOf(queries, job, at)) !== undefined) return true
  }
  return false
}

/** Lets washes that run over keep their bays, step by step; bookings in the way go elsewhere, or staff are told. */
export async function extendOverruns(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const { id } of (await tx.openWashJobs()).filter(isInBay)) {
    // One after the other: each looks at what the one before has moved.
    const job = await tx.washJob(id)
    const overrun = job === undefined ? undefined : await overrunOf(tx, job, tx.at)
    if (overrun !== undefined) announcements.push(...(await extend(tx, site, overrun)))
  }
  return announcements
}

async function extend(
  tx: Transaction,
  site: SiteRow,
  { job, busyTo, plan }: Overrun,
): Promise<readonly Announcement[]> {
  const room = await makeRoom(tx, site, plan, 'clock')
  const own = await tx.allocationOf({ bookingId: job.bookingId })
  const isHad = own !== undefined && (await tx.updateAllocation(own.id, { busyTo: Math.max(busyTo, plan.until) }))
  if (!isHad) throw new Error(`the bay of wash ${job.id} was planned for and is not free`)
  const data = { booking: job.bookingId, busy_to: plan.until, in_the_way_of: plan.hit?.id ?? null }
  const kind = 'wash_job.ran_over'
  const seq = await tx.appendEvent({ at: tx.at, kind, subject: job.id, actor: 'clock', data })
  const stamp = { seq, at: tx.at, timezone: site.timezone }
  return [...room, washAnnouncement(job, stamp), ...(await tellOfDelay({ tx, site }, job, plan, seq))]
}
