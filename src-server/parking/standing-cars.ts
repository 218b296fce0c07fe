import type { Announcement } from '../events/announcement.ts'
import { reread } from '../booking/booking-lifecycle.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { AllocationRow, BookingView, Ms, Queries, ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import { tightestBay, type Busy } from './free-bays.ts'
import { bookingWords, giveBay } from './give-bay.ts'
import { STANDING_MS } from './lot-busy.ts'

/** A car's planned time counts as nearly over so long before its end, in ms. */
export const NEAR_MS = 5 * 60_000
const EVER = Number.MAX_SAFE_INTEGER

/** What has to be done so that a car keeps the bay in which it stands. */
interface Standing {
  readonly stay: StayView
  readonly allocationId: string
  readonly busyTo: Ms
  /** Bookings that go to another bay. */
  readonly moves: readonly { readonly booking: BookingView; readonly bayId: string }[]
  /** A booking that has nowhere to go, and of which nobody was told yet. */
  readonly conflict: BookingView | undefined
}

type Row = { -readonly [K in keyof AllocationRow]: AllocationRow[K] }

/** The allocations as they will be when all that was planned so far is written. */
interface Board {
  readonly queries: Queries
  readonly at: Ms
  readonly rows: Row[]
  readonly bays: readonly ResourceRow[]
  readonly stays: readonly StayView[]
}

/**
 * What is to be written at an instant for the cars whose planned time is nearly over while they still stand there: their
 * bays are theirs for longer, and whoever booked them goes elsewhere. Empty when all is well.
 */
export async function planStandingCars(queries: Queries, at: Ms): Promise<readonly Standing[]> {
  const stays = await queries.parkedStays()
  if (stays.length === 0) return []
  const rows = (await queries.liveAllocations('bay', 0, EVER)).map((row) => ({ ...row }))
  const board: Board = { queries, at, rows, stays, bays: await queries.resources('bay') }
  const plan: Standing[] = []
  for (const stay of stays) {
    const own = rows.find((row) => row.stayId === stay.id)
    const standing = own && own.busyTo <= at + NEAR_MS ? await planOne(board, stay, own) : undefined
    if (standing !== undefined) plan.push(standing)
  }
  return plan
}

async function planOne(board: Board, stay: StayView, own: Row): Promise<Standing | undefined> {
  const { at, rows, queries } = board
  const wanted = at + STANDING_MS
  const moves: { booking: BookingView; bayId: string }[] = []
  let conflict: BookingView | undefined
  let until = wanted
  const inTheWay = rows
    .filter(
      (row) => row.resourceId === own.resourceId && row !== own && row.busyTo > own.busyTo && row.busyFrom < wanted,
    )
    .toSorted((a, b) => a.busyFrom - b.busyFrom)
  for (const row of inTheWay) {
    const booking = row.bookingId === null ? undefined : await queries.booking(row.bookingId)
    const bay = booking && row.state !== 'in_use' ? otherBay(board, booking, row) : undefined
    if (booking === undefined || bay === undefined) {
      until = Math.max(own.busyTo, row.busyFrom)
      if (booking !== undefined && row.state === 'confirmed' && booking.conflictToldAt === null) conflict = booking
      break
    }
    row.resourceId = bay.id
    moves.push({ booking, bayId: bay.id })
  }
  if (until <= own.busyTo && moves.length === 0 && conflict === undefined) return undefined
  own.busyTo = Math.max(own.busyTo, until)
  return { stay, allocationId: own.id, busyTo: own.busyTo, moves, conflict }
}

/** Another bay of the booking's class that is free for the whole of its allocation, and where no car stands. */
function otherBay({ at, rows, bays, stays }: Board, booking: BookingView, row: Row): ResourceRow | undefined {
  const busy: Busy[] = [
    ...rows.map(({ resourceId, busyFrom, busyTo }) => ({ resourceId, from: busyFrom, to: busyTo })),
    ...stays.map(({ resourceId }) => ({ resourceId, from: at, to: at + STANDING_MS })),
  ]
  const others = bays.filter(({ id, bayClass }) => bayClass === booking.bayClass && id !== row.resourceId)
  return tightestBay(others, busy, { from: row.busyFrom, to: row.busyTo })
}

/** Carries the plan out. The moves come first, so that the bays are free when the cars keep them. */
export async function keepStandingCars(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  const plan = await planStandingCars(tx, tx.at)
  for (const { moves } of plan) {
    for (const { booking, bayId } of moves) {
      const moved = await giveBay(tx, site, booking, bayId, 'clock')
      if (moved === undefined) throw new Error(`bay ${bayId} was planned for booking ${booking.id} and is not free`)
      announcements.push(...moved)
    }
  }
  for (const { allocationId, busyTo, conflict, stay } of plan) {
    if (!(await tx.updateAllocation(allocationId, { busyTo }))) throw new Error(`stay ${stay.id} cannot keep its bay`)
    if (conflict !== undefined) announcements.push(await tellOfConflict(tx, site, conflict, stay))
  }
  return announcements
}

async function tellOfConflict(
  tx: Transaction,
  site: SiteRow,
  { id }: BookingView,
  stay: StayView,
): Promise<Announcement> {
  await tx.setBookingConflict(id, tx.at)
  const booking = await reread(tx, id)
  const data = { reference: booking.reference, resource: booking.resourceId, stay: stay.id }
  const seq = await tx.appendEvent({ at: tx.at, kind: 'booking.bay_conflict', subject: id, actor: 'clock', data })
  const at = toSiteIso(tx.at, site.timezone)
  const words = bookingWords(booking, site)
  return { notification: { type: 'bay_conflict', seq, at, ...words, bay: booking.resourceLabel, stay_id: stay.id } }
}
