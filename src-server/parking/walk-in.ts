import type { BayClass } from '../../src-shared/api/fields.ts'
import { refuse, isRefusal, type Refusal } from '../../src-shared/errors/refusal.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { BayTakenError } from '../booking/hold-wash-slot.ts'
import { newId, type Random } from '../ids/random.ts'
import type { Done } from '../decisions/decide.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import { longestFree, type FreeBay } from './free-bays.ts'
import { baysOfClass, lotBusy } from './lot-busy.ts'
import { carInBay, insertNewStay, parkedCar } from './new-stay.ts'
import { recordStayChange } from './stay-events.ts'
import { tariffInForce } from './tariff-in-force.ts'

const MINUTE = 60_000
/** A bay that is somebody else's sooner than this is not free, in ms. */
export const LEAST_MS = MINUTE

export interface WalkInRequest {
  readonly plate: string
  readonly phone?: string | undefined
  readonly bay_class?: BayClass | undefined
  readonly bay_id?: string | undefined
}

/** Gives a car at the gate a ticket and a bay: the one that is named, or the one of its class that is free for longest. */
export async function parkWalkIn(
  tx: Transaction,
  site: SiteRow,
  request: WalkInRequest,
  actor: string,
  random: Random,
): Promise<Done<StayView> | Refusal> {
  const plate = normalisePlate(request.plate)
  const parked = await parkedCar(tx, plate)
  if (parked !== undefined) return refuse('already_parked', undefined, { bay: parked.bayLabel, stay_id: parked.id })
  const choice = await chooseBay(tx, site, request)
  if (isRefusal(choice)) return choice
  const { bay, until } = choice
  const bayClass = request.bay_class ?? bay.bayClass ?? 'car'
  const tariff = await tariffInForce(tx, tx.at)
  if (tariff === undefined) return refuse('no_tariff')
  const permit = await tx.permitFor(plate, tx.at, bayClass)
  const planned = tx.at + site.walkInMinutes * MINUTE
  const stay = await insertNewStay(
    tx,
    {
      bookingId: null,
      resourceId: bay.id,
      bayClass,
      plate,
      phone: request.phone ?? null,
      bookedUntil: null,
      bayBookedFrom: until < planned ? until : null,
      tariffVersionId: tariff.version.id,
      permitId: permit?.id ?? null,
      madeBy: actor,
    },
    random,
  )
  const isFree = await tx.insertAllocation({
    id: newId(random),
    resourceId: bay.id,
    bookingId: null,
    stayId: stay.id,
    note: null,
    state: 'in_use',
    busyFrom: tx.at,
    busyTo: Math.min(planned, until),
  })
  if (!isFree) throw new BayTakenError()
  const data = {
    entered_at: stay.enteredAt,
    bay_class: bayClass,
    tariff: tariff.version.number,
    permit: permit?.id ?? null,
  }
  const entered = await recordStayChange(tx, site, stay, { what: 'entered', actor, data })
  return { answer: stay, announcements: [entered] }
}

async function chooseBay(
  tx: Transaction,
  site: SiteRow,
  { bay_id: bayId, bay_class: bayClass = 'car' }: WalkInRequest,
): Promise<FreeBay<ResourceRow> | Refusal> {
  const busy = await lotBusy(tx, { from: tx.at, to: tx.at + site.walkInMinutes * MINUTE }, tx.at)
  if (bayId === undefined) {
    const [best] = longestFree(await baysOfClass(tx, bayClass), busy, tx.at, LEAST_MS)
    return best ?? refuse('lot_full')
  }
  const bay = await tx.resource(bayId)
  if (bay?.kind !== 'bay' || !bay.active) return refuseBayId('must be a bay of this lot')
  const [free] = longestFree([bay], busy, tx.at, LEAST_MS)
  return free ?? bayNotFree(tx, bay)
}

export function refuseBayId(message: string): Refusal {
  return refuse('invalid_request', 'there is no such bay', { errors: [{ path: 'body.bay_id', message }] })
}

/** Why a bay cannot be had now: a car that stands there, or else whoever has booked or blocked it. */
export async function bayNotFree(tx: Transaction, bay: ResourceRow): Promise<Refusal> {
  const car = await carInBay(tx, bay.id)
  if (car !== undefined) return refuse('bay_occupied', undefined, { bay: bay.label, plate: car.plate })
  return refuse('bay_in_use', undefined, { bay: bay.label })
}
