import type { WashJobView } from '../store/car-park-rows.ts'
import type { AllocationRow, BookingView, Ms, Queries, ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import { recordBookingChange } from '../booking/booking-events.ts'
import type { Announcement } from '../events/announcement.ts'

/** For whom a wash bay is wanted, and when: [from, to). */
export interface Claim {
  /** The booking whose own allocation stands in nobody's way. */
  readonly bookingId: string
  readonly resourceId: string
  readonly from: Ms
  readonly to: Ms
}

/** What it takes to have a bay: decided first, so that a refusal has written nothing. */
export interface ClaimPlan {
  /** As far as the bay can be had; not after `from` when it cannot be had at all. */
  readonly until: Ms
  /** Clean-up that ends now, because the next car is driven in. */
  readonly ended: readonly AllocationRow[]
  /** Bookings that go to another bay, where they lose nothing. */
  readonly displaced: readonly Displaced[]
  /** The booking that has nowhere else to go. */
  readonly hit: BookingView | null
}

interface Displaced {
  readonly booking: BookingView
  readonly allocation: AllocationRow
  readonly to: ResourceRow
}

/** Whether a wash stands in its bay: until it is ready, it does. */
export function isInBay({ state }: Pick<WashJobView, 'state'>): boolean {
  return state === 'in_progress' || state === 'quality_check'
}

/** How a bay can be had for a wash that cannot wait, and who gives way. */
export async function planClaim(queries: Queries, claim: Claim): Promise<ClaimPlan> {
  const { from, to, resourceId, bookingId } = claim
  const inBay = (await queries.openWashJobs()).filter((job) => job.bookingId !== bookingId && isInBay(job))
  const occupied = inBay.map((job) => job.resourceId)
  if (occupied.includes(resourceId)) return { ended: [], displaced: [], hit: null, until: from }
  const ended: AllocationRow[] = []
  const displaced: Displaced[] = []
  for (const allocation of await inTheWay(queries, claim)) {
    const booking = allocation.bookingId === null ? undefined : await queries.booking(allocation.bookingId)
    if (booking === undefined) return { ended, displaced, hit: null, until: Math.max(from, allocation.busyFrom) }
    const job = await queries.washJobOfBooking(booking.id)
    if (job?.state === 'ready' || job?.state === 'collected') {
      ended.push(allocation)
      continue
    }
    const other = await freeBayFor(queries, allocation, claim, occupied)
    if (other === undefined) {
      return { ended, displaced, hit: booking, until: Math.max(from, allocation.busyFrom) }
    }
    displaced.push({ booking, allocation, to: other })
  }
  return { ended, displaced, hit: null, until: to }
}

async function inTheWay(
  queries: Queries,
  { bookingId, resourceId, from, to }: Claim,
): Promise<readonly AllocationRow[]> {
  const live = await queries.liveAllocations('wash_bay', from, to)
  return live
    .filter((row) => row.resourceId === resourceId && row.bookingId !== bookingId)
    .toSorted((a, b) => a.busyFrom - b.busyFrom)
}

/** Another bay that is free for the whole of an allocation, and where no car stands in the way now. */
async function freeBayFor(
  queries: Queries,
  allocation: AllocationRow,
  claim: Claim,
  occupied: readonly string[],
): Promise<ResourceRow | undefined> {
  const busy = await queries.liveAllocations('wash_bay', allocation.busyFrom, allocation.busyTo)
  const beginsNow = allocation.busyFrom <= claim.from
  const bays = await queries.resources('wash_bay')
  return bays.find(
    ({ id }) =>
      id !== allocation.resourceId &&
      !busy.some((row) => row.resourceId === id) &&
      !(beginsNow && occupied.includes(id)),
  )
}

/** Carries out a plan, all but the claimant's own allocation, which the caller writes. */
export async function makeRoom(
  tx: Transaction,
  site: SiteRow,
  plan: ClaimPlan,
  actor: string,
): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const { id, busyFrom, bookingId } of plan.ended) {
    if (busyFrom < tx.at) await tx.updateAllocation(id, { busyTo: tx.at })
    else if (bookingId !== null) await tx.setAllocationState(bookingId, 'released')
  }
  for (const { booking, allocation, to } of plan.displaced) {
    announcements.push(await giveBay(tx, site, { booking, allocation, bayId: to.id }, actor))
  }
  return announcements
}

interface BayChange {
  readonly booking: BookingView
  readonly allocation: AllocationRow
  readonly bayId: string
}

async function giveBay(
  tx: Transaction,
  site: SiteRow,
  { booking, allocation, bayId }: BayChange,
  actor: string,
): Promise<Announcement> {
  if (!(await tx.updateAllocation(allocation.id, { resourceId: bayId }))) throw new Error(`bay ${bayId} is not free`)
  await tx.setBookingResource(booking.id, bayId, tx.at)
  return recordBookingChange(tx, site, { ...booking, resourceId: bayId }, actor, 'moved')
}
