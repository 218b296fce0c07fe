import type { AuditOf } from '../../src-shared/api/audit-kinds.ts'
import type { BayClass } from '../../src-shared/api/fields.ts'
import type { Waiting } from '../../src-shared/api/stay-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { newId, type Random } from '../ids/random.ts'
import type { Done } from '../decisions/decide.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StayView, WaitlistRow } from '../store/car-park-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { parkedCar } from './new-stay.ts'
import { offerDeadline } from './waitlist-offers.ts'
import { parkWalkIn } from './walk-in.ts'

/** So long a car that was taken off the waitlist can be put back to its place. */
const RETURN_MS = 2 * 60_000

export function toWaitingWire(row: WaitlistRow, site: SiteRow): Waiting {
  const { timezone } = site
  const deadline = offerDeadline(row, site)
  return {
    id: row.id,
    plate: row.plate,
    phone: row.phone,
    bay_class: row.bayClass,
    state: row.state,
    since: toSiteIso(row.createdAt, timezone),
    offered_at: row.offeredAt === null ? null : toSiteIso(row.offeredAt, timezone),
    offer_expires_at: deadline === undefined ? null : toSiteIso(deadline, timezone),
  }
}

interface WaitRequest {
  readonly plate: string
  readonly phone?: string | undefined
  readonly bay_class: BayClass
}

export async function putOnWaitlist(
  tx: Transaction,
  request: WaitRequest,
  actor: string,
  random: Random,
): Promise<Done<WaitlistRow> | Refusal> {
  const plate = normalisePlate(request.plate)
  const parked = await parkedCar(tx, plate)
  if (parked !== undefined) return refuse('already_parked', undefined, { bay: parked.bayLabel, stay_id: parked.id })
  const waits = (await tx.openWaitlist()).some((row) => row.plate === plate)
  if (waits) return refuse('invalid_state', 'that car is on the waitlist already')
  const row: WaitlistRow = {
    id: newId(random),
    bayClass: request.bay_class,
    plate,
    phone: request.phone ?? null,
    state: 'waiting',
    createdAt: tx.at,
    offeredAt: null,
    closedAt: null,
    madeBy: actor,
  }
  await tx.insertWaitlist(row)
  await record(tx, row, 'joined', actor)
  return { answer: row, announcements: [] }
}

/** Gives a waiting car its ticket. */
export async function serveWaiting(
  tx: Transaction,
  site: SiteRow,
  row: WaitlistRow,
  actor: string,
  random: Random,
): Promise<Done<StayView> | Refusal> {
  const closed = refuseClosed(row)
  if (closed !== undefined) return closed
  const { plate, phone, bayClass } = row
  const parked = await parkWalkIn(tx, site, { plate, phone: phone ?? undefined, bay_class: bayClass }, actor, random)
  if (isRefusal(parked)) return parked
  await tx.updateWaitlist(row.id, { state: 'served', offeredAt: row.offeredAt, closedAt: tx.at })
  await record(tx, row, 'served', actor)
  return parked
}

export async function leaveWaitlist(
  tx: Transaction,
  row: WaitlistRow,
  actor: string,
): Promise<Done<undefined> | Refusal> {
  const closed = refuseClosed(row)
  if (closed !== undefined) return closed
  await tx.updateWaitlist(row.id, { state: 'left', offeredAt: row.offeredAt, closedAt: tx.at })
  await record(tx, row, 'left', actor)
  return { answer: undefined, announcements: [] }
}

/** Whoever was taken off the list by a slip of the hand waits again, where they stood. */
export async function returnToWaitlist(
  tx: Transaction,
  row: WaitlistRow,
  actor: string,
): Promise<Done<WaitlistRow> | Refusal> {
  if (row.state !== 'left' || row.closedAt === null)
    return refuse('invalid_state', `the car has not left: ${row.state}`)
  if (tx.at >= row.closedAt + RETURN_MS) return refuse('invalid_state', 'the car was taken off too long ago')
  const waits = (await tx.openWaitlist()).some(({ plate }) => plate === row.plate)
  if (waits) return refuse('invalid_state', 'that car is on the waitlist already')
  const change = { state: 'waiting', offeredAt: null, closedAt: null } as const
  await tx.updateWaitlist(row.id, change)
  await record(tx, row, 'returned', actor)
  return { answer: { ...row, ...change }, announcements: [] }
}

function refuseClosed({ state }: WaitlistRow): Refusal | undefined {
  const isOpen = state === 'waiting' || state === 'offered'
  return isOpen ? undefined : refuse('invalid_state', `the car does not wait any more: it has ${state}`)
}

async function record(tx: Transaction, { id, plate, bayClass }: WaitlistRow, what: AuditOf<'waitlist'>, actor: string) {
  const about = { data: { bay_class: bayClass }, personal: { plate } }
  await tx.appendEvent({ at: tx.at, kind: `waitlist.${what}`, subject: id, actor, ...about })
}
