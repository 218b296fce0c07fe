import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Announcement } from '../events/announcement.ts'
import { newId, type Random } from '../ids/random.ts'
import type { Done } from '../decisions/decide.ts'
import { dateAt, toSiteIso } from '../site/site-calendar.ts'
import type { AllocationRow, BookingView, EventInput, Ms, ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import { tightestBay, type Busy } from './free-bays.ts'
import { giveBay } from './give-bay.ts'
import { lotBusy } from './lot-busy.ts'
import { UNTIL_UNBLOCKED } from './lot-view.ts'
import { carInBay } from './new-stay.ts'

interface Block {
  readonly until: Ms | undefined
  readonly reason: string
}

/**
 * Keeps a bay free from now on. Bookings in the way go to other bays of the class, all of them or none; where a car
 * stands there, or a booking has nowhere to go, the block is refused.
 */
export async function blockBay(
  tx: Transaction,
  site: SiteRow,
  bay: ResourceRow,
  { until = UNTIL_UNBLOCKED, reason }: Block,
  by: { readonly actor: string; readonly random: Random },
): Promise<Done<undefined> | Refusal> {
  if (until <= tx.at) return refuse('invalid_interval', 'a block ends later than now')
  const car = await carInBay(tx, bay.id)
  if (car !== undefined) return refuse('bay_occupied', undefined, { bay: bay.label, plate: car.plate })
  const inTheWay = (await tx.liveAllocations(bay.kind, tx.at, until))
    .filter(({ resourceId }) => resourceId === bay.id)
    .toSorted((a, b) => a.busyFrom - b.busyFrom)
  if (inTheWay.some(({ state }) => state === 'blocked')) return refuse('invalid_state', 'the bay is blocked already')
  if (inTheWay.some(({ state }) => state === 'in_use')) return refuse('bay_occupied', undefined, { bay: bay.label })
  const moves = await planMoves(tx, bay, inTheWay)
  if ('stuck' in moves) {
    const booking = { booking_id: moves.stuck.id, reference: moves.stuck.reference }
    return refuse('bay_in_use', undefined, { ...booking, start: toSiteIso(moves.stuck.startsAt, site.timezone) })
  }
  const announcements: Announcement[] = []
  for (const { booking, bayId } of moves.planned) {
    const moved = await giveBay(tx, site, booking, bayId, by.actor)
    if (moved === undefined) throw new Error(`bay ${bayId} was planned for booking ${booking.id} and is not free`)
    announcements.push(...moved)
  }
  const row = { id: newId(by.random), resourceId: bay.id, bookingId: null, stayId: null, note: reason } as const
  if (!(await tx.insertAllocation({ ...row, state: 'blocked', busyFrom: tx.at, busyTo: until }))) {
    throw new Error(`bay ${bay.id} was cleared for a block and is not free`)
  }
  const data = { reason, until: until === UNTIL_UNBLOCKED ? null : until }
  return {
    answer: undefined,
    announcements: [...announcements, await recordBayChange(tx, site, bay, 'blocked', by.actor, data)],
  }
}

type Moves =
  | { readonly planned: readonly { readonly booking: BookingView; readonly bayId: string }[] }
  | { readonly stuck: BookingView }

async function planMoves(tx: Transaction, bay: ResourceRow, inTheWay: readonly AllocationRow[]): Promise<Moves> {
  const others = (await tx.resources(bay.kind)).filter(({ id, bayClass }) => id !== bay.id && bayClass === bay.bayClass)
  const planned: { booking: BookingView; bayId: string }[] = []
  // Bookings of one bay never meet, so several may go to the same other one.
  for (const { bookingId, busyFrom, busyTo } of inTheWay) {
    const booking = bookingId === null ? undefined : await tx.booking(bookingId)
    if (booking === undefined) continue
    const span = { from: busyFrom, to: busyTo }
    const other = tightestBay(others, await busyOf(tx, bay.kind, span), span)
    if (other === undefined) return { stuck: booking }
    planned.push({ booking, bayId: other.id })
  }
  return { planned }
}

async function busyOf(
  tx: Transaction,
  kind: ResourceRow['kind'],
  span: { from: Ms; to: Ms },
): Promise<readonly Busy[]> {
  if (kind === 'bay') return lotBusy(tx, span, tx.at)
  const rows = await tx.liveAllocations(kind, span.from, span.to)
  return rows.map(({ resourceId, busyFrom, busyTo }) => ({ resourceId, from: busyFrom, to: busyTo }))
}

/** The bay can be used again. */
export async function unblockBay(
  tx: Transaction,
  site: SiteRow,
  bay: ResourceRow,
  actor: string,
): Promise<Done<undefined> | Refusal> {
  const block = (await tx.liveAllocations(bay.kind, tx.at, tx.at + 1)).find(
    ({ resourceId, state }) => resourceId === bay.id && state === 'blocked',
  )
  if (block === undefined) return refuse('invalid_state', 'the bay is not blocked')
  await tx.updateAllocation(block.id, { state: 'released' })
  return { answer: undefined, announcements: [await recordBayChange(tx, site, bay, 'unblocked', actor, {})] }
}

async function recordBayChange(
  tx: Transaction,
  site: SiteRow,
  bay: ResourceRow,
  change: 'blocked' | 'unblocked',
  actor: string,
  data: Readonly<Record<string, string | number | null>>,
): Promise<Announcement> {
  const event: EventInput = {
    at: tx.at,
    kind: `bay.${change}`,
    subject: bay.id,
    actor,
    data: { label: bay.label, ...data },
  }
  const seq = await tx.appendEvent(event)
  const kind = bay.kind === 'bay' ? 'parking' : 'wash'
  return {
    notification: { type: 'bay_changed', seq, at: toSiteIso(tx.at, site.timezone), bay: bay.label, change },
    availability: { kind, date: dateAt(tx.at, site.timezone), version: seq },
  }
}
