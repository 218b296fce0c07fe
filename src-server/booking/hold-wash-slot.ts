import type { WashBookingRequest } from '../../src-shared/api/booking-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { newRowId, newSpeakable, type Random } from '../ids/random.ts'
import { dateAt } from '../site/site-calendar.ts'
import type { BookingRow, SiteRow, Transaction } from '../store/store.ts'
import { recordBookingChange } from './booking-events.ts'
import { asWritten, type Change } from './booking-lifecycle.ts'
import { bookingWindow, isInWindow } from './booking-window.ts'
import type { Slot } from './slot-maths.ts'
import { busyInterval, freeBays, loadWashDay, slotAt, slotStatus, type WashDay } from './wash-day.ts'

const MINUTE = 60_000

/** Holds a slot of a wash service, or says why not. Everything is decided at the transaction's own instant. */
export async function holdWashSlot(
  tx: Transaction,
  site: SiteRow,
  request: WashBookingRequest,
  actor: string,
  random: Random,
): Promise<Change | Refusal> {
  const service = (await tx.services()).find((candidate) => candidate.id === request.service_id)
  if (service === undefined) {
    return refuse('invalid_request', 'there is no such service', {
      errors: [{ path: 'body.service_id', message: 'must be a service of this site' }],
    })
  }
  const start = parseInstant(request.start)
  if (start === undefined) return refuse('invalid_request', 'start is not an instant')
  if (start <= tx.at) return refuse('slot_past')
  const date = dateAt(start, site.timezone)
  if (!isInWindow(bookingWindow(site, tx.at), date)) return refuse('outside_window')
  const end = start + (service.durationMinutes + service.cleanupMinutes) * MINUTE
  const day = await loadWashDay(tx, site, service, date, { from: start, to: end })
  const slot = slotAt(day, start)
  if (isRefusal(slot)) return slot
  const status = slotStatus(day, slot, tx.at)
  if (status.closedBecause === 'closure') return refuse('site_closed', day.closure?.reason)
  if (status.closedBecause === 'lead_time') return refuse('lead_time')
  if (status.state !== 'open') return refuse('slot_taken')
  return insertHold(tx, day, slot, request, actor, random)
}

/** Writes down a hold of a slot that is known to be open, on the first bay that is free for it. */
export async function insertHold(
  tx: Transaction,
  day: WashDay,
  slot: Slot,
  request: Pick<WashBookingRequest, 'plate' | 'phone'>,
  actor: string,
  random: Random,
): Promise<Change | Refusal> {
  const { site, service } = day
  const bay = freeBays(day, slot)[0]
  if (bay === undefined) return refuse('slot_taken')
  const id = newRowId(random, tx.at)
  const draft = {
    id,
    kind: 'wash',
    state: 'held',
    serviceId: service.id,
    bayClass: null,
    quoteId: null,
    followsBookingId: null,
    conflictToldAt: null,
    baySince: null,
    resourceId: bay.id,
    startsAt: slot.start,
    endsAt: slot.end,
    plate: normalisePlate(request.plate),
    phone: request.phone ?? null,
    priceMinor: service.priceMinor,
    currency: site.currency,
    holdExpiresAt: tx.at + site.holdMinutes * MINUTE,
    paymentExpiresAt: null,
    createdAt: tx.at,
    madeBy: actor,
  } as const
  // References are short so that they can be spoken; one that is in use already is drawn again.
  let booking: BookingRow
  do booking = { ...draft, reference: `W-${newSpeakable(random, 5)}` }
  while (!(await tx.insertBooking(booking)))
  const interval = busyInterval(day, slot)
  const free = await tx.insertAllocation({
    id: newRowId(random, tx.at),
    resourceId: bay.id,
    bookingId: id,
    stayId: null,
    note: null,
    state: 'held',
    ...interval,
  })
  // The database has the last word: on a store where others write too, the bay can have gone since it was read.
  if (!free) throw new BayTakenError()
  const held = asWritten(booking, bay, service.name)
  return { booking: held, announcements: [await recordBookingChange(tx, site, held, actor)] }
}

/** The bay went between the look and the write; the transaction is rolled back and the caller may look again. */
export class BayTakenError extends Error {
  constructor() {
    super('the bay was taken meanwhile')
    this.name = 'BayTakenError'
  }
}
