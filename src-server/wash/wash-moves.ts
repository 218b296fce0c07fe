import type { WashMove } from '../../src-shared/api/wash-schemas.ts'
import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { washJobMayBecome, type WashJobState } from '../../src-shared/wash/wash-job-states.ts'
import { recordBookingChange } from '../booking/booking-events.ts'
import type { Announcement } from '../events/announcement.ts'
import { moveBooking, reread } from '../booking/booking-lifecycle.ts'
import { newId, type Random } from '../ids/random.ts'
import type { WashJobView } from '../store/car-park-rows.ts'
import type { AllocationRow, SiteRow, Transaction } from '../store/store.ts'
import { isInBay, makeRoom, planClaim, type ClaimPlan } from './bay-claim.ts'
import { columnOf } from './wash-board.ts'
import { leaveWashBay, moveJob } from './wash-job-life.ts'
import { washAnnouncement, washDelay } from './wash-wire.ts'

const MINUTE = 60_000

/** What a write about a wash made, and what is to be told once it is durable. */
export interface WashChange {
  readonly job: WashJobView
  readonly announcements: readonly Announcement[]
}

interface Act {
  readonly tx: Transaction
  readonly site: SiteRow
  readonly actor: string
  readonly random: Random
}

/** The moves that are the booking's own: its wash follows it. */
const bookingStateFor: Partial<Readonly<Record<WashJobState, BookingState>>> = {
  queued: 'checked_in',
  collected: 'completed',
  cancelled: 'cancelled',
  no_show: 'no_show',
}

/** Moves a wash on the board, or says why not. Nothing is written by a move that is refused. */
export async function moveWash(act: Act, job: WashJobView, move: WashMove): Promise<WashChange | Refusal> {
  const { state: to, position, wash_bay_id: bayId } = move
  if (to === job.state && position !== undefined && bayId === undefined) return placeInColumn(act, job, position)
  if (!washJobMayBecome(job.state, to)) {
    return refuse('invalid_state', `a wash that is ${job.state} cannot become ${to}`)
  }
  if (to === 'no_show' && act.tx.at < job.startsAt) return refuse('invalid_state', 'the booked time has not come yet')
  const change = await goTo(act, job, to, bayId)
  if (isRefusal(change) || position === undefined) return change
  const placed = await placeInColumn(act, change.job, position)
  return { job: placed.job, announcements: change.announcements }
}

async function goTo(
  act: Act,
  job: WashJobView,
  to: WashJobState,
  bayId: string | undefined,
): Promise<WashChange | Refusal> {
  const isStart = job.state === 'queued' && to === 'in_progress'
  if (isStart || (job.state === 'ready' && to === 'quality_check')) return enterBay(act, job, to, bayId)
  if (bayId === undefined || bayId === job.resourceId) return goWithinBay(act, job, to)
  if (to !== 'queued') return refuseBay('is named only where the car is to go to a bay')
  const moved = await giveWashBay(act, job, bayId)
  if (isRefusal(moved)) return moved
  const change = await goWithinBay(act, moved.job, to)
  // It was allowed above, and the bay is written: to refuse now would keep half of it.
  if (isRefusal(change)) throw new Error(`wash ${job.id} could not become ${to}`)
  return { job: change.job, announcements: [...moved.announcements, ...change.announcements] }
}

/** A move that needs no other bay than the wash has. */
async function goWithinBay(act: Act, job: WashJobView, to: WashJobState): Promise<WashChange | Refusal> {
  const { tx, site, actor } = act
  const bookingState = job.state === 'in_progress' ? undefined : bookingStateFor[to]
  if (bookingState !== undefined) {
    const booking = await reread(tx, job.bookingId)
    const change = await moveBooking(tx, site, booking, bookingState, actor)
    return isRefusal(change) ? change : { job: await rereadJob(tx, job.id), announcements: change.announcements }
  }
  const seq = await moveJob(tx, job, to, actor)
  if (to === 'ready') await leaveWashBay(tx, job)
  const moved = await rereadJob(tx, job.id)
  return { job: moved, announcements: [tell(act, moved, seq)] }
}

/** The car goes into a bay now: one that begins, or one that was called ready too soon. Whoever can gives way. */
async function enterBay(
  act: Act,
  job: WashJobView,
  to: WashJobState,
  bayId = job.resourceId,
): Promise<WashChange | Refusal> {
  const { tx, actor } = act
  if (bayId !== job.resourceId && !(await isWashBay(tx, bayId))) return refuseBay('must be a wash bay of this site')
  const workMs = to === 'in_progress' ? job.endsAt - job.startsAt : 0
  const until = tx.at + workMs + Math.max(1, job.cleanupMinutes) * MINUTE
  const claim = { bookingId: job.bookingId, resourceId: bayId, from: tx.at, to: until }
  const plan = await planClaim(tx, claim)
  if (plan.until <= tx.at) return refuse('slot_taken', 'the bay is not free now')
  const room = await takeBay(act, { job, plan, bayId })
  const seq = await moveJob(tx, await rereadJob(tx, job.id), to, actor)
  const moved = await rereadJob(tx, job.id)
  const told = await tellOfDelay(act, moved, plan, seq)
  return { job: await rereadJob(tx, job.id), announcements: [...room, tell(act, moved, seq), ...told] }
}

interface Taking {
  readonly job: WashJobView
  readonly plan: ClaimPlan
  readonly bayId: string
}

async function takeBay(act: Act, { job, plan, bayId }: Taking): Promise<readonly Announcement[]> {
  const { tx, site, actor, random } = act
  const room = await makeRoom(tx, site, plan, actor)
  const { bookingId } = job
  const change = { resourceId: bayId, busyFrom: tx.at, busyTo: plan.until, state: 'in_use' } as const
  const own = await tx.allocationOf({ bookingId })
  // A wash that was ready may have given its bay back already.
  const isHad =
    own === undefined
      ? await tx.insertAllocation({ id: newId(random), bookingId, stayId: null, note: null, ...change })
      : await tx.updateAllocation(own.id, change)
  if (!isHad) throw new Error(`bay ${bayId} was planned for and is not free`)
  if (bayId !== job.resourceId) await tx.setBookingResource(job.bookingId, bayId, tx.at)
  return room
}

/** Gives a wash another bay for the time that it has; nobody gives way for that. */
export async function giveWashBay(act: Act, job: WashJobView, bayId: string): Promise<WashChange | Refusal> {
  const { tx, site, actor } = act
  const isPending = job.state === 'booked' || job.state === 'queued'
  if (!isPending && !isInBay(job)) return refuse('invalid_state', `a wash that is ${job.state} needs no bay`)
  if (bayId === job.resourceId) return { job, announcements: [] }
  if (!(await isWashBay(tx, bayId))) return refuseBay('must be a wash bay of this site')
  const own = await allocationOf(tx, job)
  const occupied = (await tx.openWashJobs()).some((other) => other.resourceId === bayId && isInBay(other))
  const span = isInBay(job) ? { busyFrom: tx.at, busyTo: Math.max(own.busyTo, tx.at + MINUTE) } : {}
  const isFree = !(isInBay(job) && occupied) && (await tx.updateAllocation(own.id, { resourceId: bayId, ...span }))
  if (!isFree) return refuse('slot_taken', 'that bay is not free for this wash')
  await tx.setBookingResource(job.bookingId, bayId, tx.at)
  const booking = await recordBookingChange(tx, site, await reread(tx, job.bookingId), actor, 'moved')
  const moved = await rereadJob(tx, job.id)
  return { job: moved, announcements: [booking, tell(act, moved, booking.notification.seq)] }
}

/** Puts a wash at a place in its column, counted from 0; the others close up. */
async function placeInColumn(act: Act, job: WashJobView, position: number): Promise<WashChange> {
  const { tx, actor } = act
  const state = job.state
  if (state !== 'queued' && state !== 'in_progress' && state !== 'quality_check' && state !== 'ready') {
    return { job, announcements: [] }
  }
  const others = columnOf(state, await tx.openWashJobs()).filter(({ id }) => id !== job.id)
  const column = others.toSpliced(Math.min(position, others.length), 0, job)
  for (const [index, one] of column.entries()) await tx.updateWashJob(one.id, { position: index })
  const data = { booking: job.bookingId, column: state, position }
  const seq = await tx.appendEvent({ at: tx.at, kind: 'wash_job.placed', subject: job.id, actor, data })
  const placed = await rereadJob(tx, job.id)
  return { job: placed, announcements: [tell(act, placed, seq)] }
}

/** Says once of each booking that a wash is in its way. */
export async function tellOfDelay(
  { tx, site }: Pick<Act, 'tx' | 'site'>,
  job: WashJobView,
  { hit }: Pick<ClaimPlan, 'hit'>,
  seq: number,
): Promise<readonly Announcement[]> {
  if (hit === null || hit.id === job.toldBookingId) return []
  await tx.updateWashJob(job.id, { toldBookingId: hit.id })
  return [{ notification: washDelay(job, hit, { seq, at: tx.at, timezone: site.timezone }) }]
}

function tell({ tx, site }: Act, job: WashJobView, seq: number): Announcement {
  return washAnnouncement(job, { seq, at: tx.at, timezone: site.timezone })
}

async function isWashBay(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.resources('wash_bay')).some((bay) => bay.id === id)
}

function refuseBay(message: string): Refusal {
  return refuse('invalid_request', `the bay ${message}`, { errors: [{ path: 'body.wash_bay_id', message }] })
}

/** What keeps the bay of a wash that is not over; a wash without one is a bug. */
async function allocationOf(tx: Transaction, job: WashJobView): Promise<AllocationRow> {
  const allocation = await tx.allocationOf({ bookingId: job.bookingId })
  if (allocation === undefined) throw new Error(`wash ${job.id} has no bay`)
  return allocation
}

/** A wash as it stands after a write; one that is gone inside its own transaction is a bug. */
async function rereadJob(tx: Transaction, id: string): Promise<WashJobView> {
  const job = await tx.washJob(id)
  if (job === undefined) throw new Error(`wash ${id} is gone`)
  return job
}
