import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { isStepBack, washColumns, washJobMayBecome, type WashJobState } from '../../src-shared/wash/wash-job-states.ts'
import type { WashJobRow, WashJobView } from '../store/car-park-rows.ts'
import type { BookingView, Ms, Queries, Transaction } from '../store/store.ts'

const MINUTE = 60_000

/** What a booking's state means for its wash; a state that is not here leaves the wash as it is. */
const jobStateFor: Partial<Readonly<Record<BookingState, WashJobState>>> = {
  confirmed: 'booked',
  checked_in: 'queued',
  completed: 'collected',
  cancelled: 'cancelled',
  no_show: 'no_show',
}

/** Whether the wash of a booking lets it become a state: a car that is being washed can no longer be called off. */
export async function washAllows(queries: Queries, booking: BookingView, to: BookingState): Promise<boolean> {
  const next = jobStateFor[to]
  // A booking that is completed off the board was done and fetched, whatever the board has been told of it.
  if (booking.kind !== 'wash' || next === undefined || next === 'collected') return true
  const job = await queries.washJobOfBooking(booking.id)
  return job === undefined || washJobMayBecome(job.state, next)
}

/**
 * Takes the wash along when its booking has moved: the one place where the two are kept together.
 * A wash that is completed without its steps on the board keeps no times for them: nothing is learned from it.
 */
export async function followWithWash(tx: Transaction, booking: BookingView, actor: string): Promise<void> {
  const next = jobStateFor[booking.state]
  if (booking.kind !== 'wash' || next === undefined) return
  const job = await tx.washJobOfBooking(booking.id)
  if (job !== undefined) {
    await moveJob(tx, job, next, actor)
  } else if (next === 'booked') {
    // One wash to a booking, so that it can be named after it.
    const id = `job-${booking.id}`
    await tx.insertWashJob({ id, bookingId: booking.id, state: next, position: 0, toldBookingId: null, ...noTimes })
    await recordMove(tx, { id, booking, from: null, to: next }, actor)
  }
}

/** Moves a wash to a state at the transaction's instant, last in its column. The caller has looked at the table. */
export async function moveJob(tx: Transaction, job: WashJobView, to: WashJobState, actor: string): Promise<number> {
  const position = await endOfBoard(tx)
  await tx.updateWashJob(job.id, { state: to, position, toldBookingId: null, ...timesAfter(job, to, tx.at) })
  const booking = { id: job.bookingId, reference: job.reference, resourceId: job.resourceId }
  return recordMove(tx, { id: job.id, booking, from: job.state, to }, actor)
}

/** The position after all others: columns share one count, so that the newest stands last in any of them. */
async function endOfBoard(tx: Transaction): Promise<number> {
  return Math.max(-1, ...(await tx.openWashJobs()).map(({ position }) => position)) + 1
}

interface RecordedMove {
  readonly id: string
  readonly booking: Pick<BookingView, 'id' | 'reference' | 'resourceId'>
  readonly from: WashJobState | null
  readonly to: WashJobState
}

function recordMove(tx: Transaction, { id, booking, from, to }: RecordedMove, actor: string): Promise<number> {
  const data = { booking: booking.id, reference: booking.reference, resource: booking.resourceId, from }
  return tx.appendEvent({ at: tx.at, kind: `wash_job.${to}`, subject: id, actor, data })
}

type Times = Pick<WashJobRow, 'queuedAt' | 'startedAt' | 'finishedAt' | 'readyAt' | 'collectedAt'>

const noTimes: Times = { queuedAt: null, startedAt: null, finishedAt: null, readyAt: null, collectedAt: null }

/** Which time a column writes down when a wash comes to it. */
const timeOf = {
  queued: 'queuedAt',
  in_progress: 'startedAt',
  quality_check: 'finishedAt',
  ready: 'readyAt',
  collected: 'collectedAt',
} as const satisfies Partial<Record<WashJobState, keyof Times>>

/**
 * The times of a wash after a move. Forward, the new column's time is now. Back, what came after the new column has not
 * happened; the column's own time stays as it was.
 */
export function timesAfter(job: Pick<WashJobRow, 'state'>, to: WashJobState, at: Ms): Partial<Times> {
  if (isStepBack(job.state, to)) {
    const later = washColumns.slice(washColumns.findIndex((column) => column === to) + 1)
    return Object.fromEntries(
      later.flatMap((column) => (column in timeOf ? [[timeOf[column as keyof typeof timeOf], null]] : [])),
    )
  }
  return to in timeOf ? { [timeOf[to as keyof typeof timeOf]]: at } : {}
}

/** The bay of a wash that is done is free again once it is clean; what was planned beyond that is given back. */
export async function leaveWashBay(
  tx: Transaction,
  job: Pick<WashJobView, 'bookingId' | 'cleanupMinutes'>,
): Promise<void> {
  const allocation = await tx.allocationOf({ bookingId: job.bookingId })
  if (allocation === undefined) return
  const busyTo = Math.min(allocation.busyTo, tx.at + job.cleanupMinutes * MINUTE)
  if (busyTo > Math.max(allocation.busyFrom, tx.at)) await tx.updateAllocation(allocation.id, { busyTo })
  else await tx.setAllocationState(job.bookingId, 'released')
}

/** The bay of a wash whose booking is completed: the clean-up that began when the car was ready goes on to its end. */
export async function leaveWithCar(tx: Transaction, booking: BookingView): Promise<void> {
  const job = await tx.washJobOfBooking(booking.id)
  await (job === undefined ? tx.setAllocationState(booking.id, 'released') : leaveWashBay(tx, job))
}
