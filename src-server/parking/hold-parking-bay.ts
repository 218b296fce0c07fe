import type { BayClass } from '../../src-shared/api/fields.ts'
import type { ParkingBookingRequest } from '../../src-shared/api/parking-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { recordBookingChange } from '../booking/booking-events.ts'
import { asWritten, type Change } from '../booking/booking-lifecycle.ts'
import { BayTakenError } from '../booking/hold-wash-slot.ts'
import { newRowId, newSpeakable, type Random } from '../ids/random.ts'
import type { QuoteRow } from '../store/car-park-rows.ts'
import type { BookingRow, ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import { priceBooking } from '../tariff/price-stay.ts'
import { bestBay } from './best-bay.ts'
import { freeBays, type Span } from './free-bays.ts'
import { baysOfClass, lotBusy } from './lot-busy.ts'
import { bookableInterval, busySpan, type ParkingInterval } from './parking-interval.ts'
import { tariffInForce } from './tariff-in-force.ts'

const MINUTE = 60_000

/** Holds a bay for an interval at a frozen price, or says why not. Everything is decided at the transaction's instant. */
export async function holdParkingBay(
  tx: Transaction,
  site: SiteRow,
  request: ParkingBookingRequest,
  actor: string,
  random: Random,
): Promise<Change | Refusal> {
  const interval = await bookableInterval(tx, site, tx.at, request)
  if (isRefusal(interval)) return interval
  const { bay_class: bayClass } = request
  const plate = normalisePlate(request.plate)
  if (bayClass === 'permit' && (await tx.permitFor(plate, interval.start, bayClass)) === undefined) {
    return refuse('permit_needed')
  }
  const span = busySpan(site, interval, tx.at)
  const bay = await chosenBay(tx, bayClass, request.bay_id, span)
  if (isRefusal(bay)) return bay
  const quote = await freezeQuote(tx, site, bayClass, interval, random)
  if (isRefusal(quote)) return quote
  const id = newRowId(random, tx.at)
  const draft = {
    id,
    kind: 'parking',
    state: 'held',
    serviceId: null,
    bayClass,
    quoteId: quote.id,
    followsBookingId: null,
    conflictToldAt: null,
    baySince: null,
    resourceId: bay.id,
    startsAt: interval.start,
    endsAt: interval.end,
    plate,
    phone: request.phone ?? null,
    priceMinor: quote.amountMinor,
    currency: quote.currency,
    holdExpiresAt: quote.expiresAt,
    paymentExpiresAt: null,
    createdAt: tx.at,
    madeBy: actor,
  } as const
  // References are short so that they can be spoken; one that is in use already is drawn again.
  let booking: BookingRow
  do booking = { ...draft, reference: `P-${newSpeakable(random, 5)}` }
  while (!(await tx.insertBooking(booking)))
  const isFree = await tx.insertAllocation({
    id: newRowId(random, tx.at),
    resourceId: bay.id,
    bookingId: id,
    stayId: null,
    note: null,
    state: 'held',
    busyFrom: span.from,
    busyTo: span.to,
  })
  if (!isFree) throw new BayTakenError()
  const held = asWritten(booking, bay, null)
  return { booking: held, announcements: [await recordBookingChange(tx, site, held, actor)] }
}

/** The bay that was asked for, or the one that the interval fits best. */
async function chosenBay(
  tx: Transaction,
  bayClass: BayClass,
  askedId: string | undefined,
  span: Span,
): Promise<ResourceRow | Refusal> {
  const bays = await baysOfClass(tx, bayClass)
  if (askedId === undefined) return (await bestBay(tx, bays, span)) ?? refuse('slot_taken')
  const asked = bays.find(({ id }) => id === askedId)
  if (asked === undefined) {
    return refuse('invalid_request', 'there is no such bay of that class', {
      errors: [{ path: 'body.bay_id', message: 'must be a bay of the class that is asked for' }],
    })
  }
  return freeBays([asked], await lotBusy(tx, span, tx.at), span)[0] ?? refuse('slot_taken')
}

/** Prices a booking and writes the price down, good for as long as a hold. */
async function freezeQuote(
  tx: Transaction,
  site: SiteRow,
  bayClass: BayClass,
  interval: ParkingInterval,
  random: Random,
): Promise<QuoteRow | Refusal> {
  const tariff = await tariffInForce(tx, interval.start)
  if (tariff === undefined) return refuse('no_tariff')
  const breakdown = priceBooking({ plan: tariff.plan, bayClass, timezone: site.timezone, ...interval })
  const quote: QuoteRow = {
    id: newRowId(random, tx.at),
    purpose: 'booking',
    tariffVersionId: tariff.version.id,
    bayClass,
    fromAt: interval.start,
    toAt: interval.end,
    amountMinor: breakdown.total_minor,
    currency: site.currency,
    breakdown: JSON.stringify(breakdown),
    createdAt: tx.at,
    expiresAt: tx.at + site.holdMinutes * MINUTE,
  }
  await tx.insertQuote(quote)
  return quote
}
