import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { isRefusal } from '../../src-shared/errors/refusal.ts'
import { moveBooking } from '../booking/booking-lifecycle.ts'
import { newId } from '../ids/random.ts'
import { freezeQuote } from '../parking/hold-parking-bay.ts'
import { insertNewStay } from '../parking/new-stay.ts'
import { busySpan } from '../parking/parking-interval.ts'
import { tariffInForce } from '../parking/tariff-in-force.ts'
import { leftOf, openPaymentOf } from '../payments/payment-ledger.ts'
import { takeTender } from '../payments/take-tender.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { BookingView, ResourceRow, SiteRow, Transaction } from '../store/store.ts'

const MINUTE = 60_000
const DEMO = 'demo'

interface Ground {
  readonly tx: Transaction
  readonly site: SiteRow
  readonly means: ReceiptMeans
}

const plates = [
  'KL07CD4410',
  'KL07AB2203',
  'KL39M1187',
  'TN37BQ9051',
  'KL63E7742',
  'KA51MJ3316',
  'KL07CR0845',
  'KL17K6620',
  'MH14GT5578',
  'KL40R2094',
  'KL07BZ7731',
  'TN09CX1462',
]

/** What is to come on the lot: a bay, minutes from now, and how far the booking has got. */
const upcoming = [
  { bay: 'A02', from: 40, to: 160, state: 'confirmed', plate: 'KL07CG9034' },
  { bay: 'A05', from: 75, to: 195, state: 'held', plate: 'KL01BN3307' },
  { bay: 'B03', from: 90, to: 240, state: 'awaiting_payment', plate: 'KL08BV6671' },
  { bay: 'C04', from: 120, to: 200, state: 'confirmed', plate: 'KL07DA1150' },
] as const

/** Two cars that came by booking and have not left when it ended, so many minutes ago. */
const overstays = [
  { bay: 'A08', from: -170, to: -50, plate: 'KL11BD2988' },
  { bay: 'B06', from: -110, to: -20, plate: 'KL10AZ5149' },
] as const

/** Fourteen cars in their bays, two of them past what they booked, and bookings that are still to come. */
export async function plantDemoParking(ground: Ground): Promise<void> {
  const bays = new Map((await ground.tx.resources('bay')).map((bay) => [bay.id, bay]))
  for (const planned of overstays) {
    const bay = bays.get(planned.bay)
    const booking = bay && (await plantBooking(ground, bay, { ...planned, state: 'confirmed' }))
    if (booking !== undefined) await enterBooked(ground, booking)
  }
  for (const planned of upcoming) {
    const bay = bays.get(planned.bay)
    if (bay !== undefined) await plantBooking(ground, bay, planned)
  }
  const kept = new Set<string>([...overstays, ...upcoming].map(({ bay }) => bay))
  const others = [...bays.values()].filter(({ id }) => !kept.has(id))
  for (const [index, plate] of plates.entries()) {
    const bay = others[(index * 3) % others.length]
    if (bay !== undefined) await plantWalkIn(ground, bay, plate, (index + 1) * 17)
  }
}

async function plantWalkIn({ tx, site, means }: Ground, bay: ResourceRow, plate: string, minutes: number) {
  const tariff = await tariffInForce(tx, tx.at)
  if (tariff === undefined) return
  const enteredAt = tx.at - minutes * MINUTE
  const stay = await insertNewStay(
    tx,
    {
      bookingId: null,
      resourceId: bay.id,
      bayClass: bay.bayClass ?? 'car',
      plate,
      phone: null,
      bookedUntil: null,
      tariffVersionId: tariff.version.id,
      permitId: null,
      madeBy: DEMO,
      enteredAt,
    },
    means.random,
  )
  await tx.insertAllocation({
    id: newId(means.random),
    resourceId: bay.id,
    bookingId: null,
    stayId: stay.id,
    note: null,
    state: 'in_use',
    busyFrom: enteredAt,
    busyTo: Math.max(enteredAt + site.walkInMinutes * MINUTE, tx.at + 15 * MINUTE),
  })
}

interface Planned {
  readonly from: number
  readonly to: number
  readonly state: 'held' | 'awaiting_payment' | 'confirmed'
  readonly plate: string
}

async function plantBooking(
  { tx, site, means }: Ground,
  bay: ResourceRow,
  { from, to, state, plate }: Planned,
): Promise<BookingView | undefined> {
  const interval = { start: tx.at + from * MINUTE, end: tx.at + to * MINUTE }
  const bayClass = bay.bayClass ?? 'car'
  const quote = await freezeQuote(tx, site, bayClass, interval, means.random)
  if (isRefusal(quote)) return undefined
  const id = newId(means.random)
  await tx.insertBooking({
    id,
    reference: `P-DEMO${bay.id}`,
    kind: 'parking',
    state: 'held',
    serviceId: null,
    bayClass,
    quoteId: quote.id,
    followsBookingId: null,
    conflictToldAt: null,
    resourceId: bay.id,
    startsAt: interval.start,
    endsAt: interval.end,
    plate,
    phone: null,
    priceMinor: quote.amountMinor,
    currency: quote.currency,
    holdExpiresAt: tx.at + 4 * MINUTE,
    paymentExpiresAt: null,
    createdAt: tx.at,
    madeBy: DEMO,
  })
  const { from: busyFrom, to: busyTo } = busySpan(site, interval, 0)
  const row = { id: newId(means.random), resourceId: bay.id, bookingId: id, stayId: null, note: null } as const
  await tx.insertAllocation({ ...row, state: 'held', busyFrom, busyTo })
  if (state !== 'held') await move({ tx, site, means }, id, 'awaiting_payment')
  if (state === 'confirmed') await pay({ tx, site, means }, id)
  return tx.booking(id)
}

async function move({ tx, site }: Ground, id: string, to: BookingState): Promise<void> {
  const booking = await tx.booking(id)
  if (booking !== undefined) await moveBooking(tx, site, booking, to, DEMO)
}

async function pay({ tx, site, means }: Ground, bookingId: string): Promise<void> {
  const payment = await openPaymentOf(tx, { bookingId })
  if (payment === undefined) return
  const cash = { method: 'cash', receivedMinor: null, reference: null, reason: null, actor: DEMO } as const
  await takeTender(tx, site, means, payment, { ...cash, amountMinor: leftOf(payment) })
}

/** Lets a booked car in as it began, and leaves it standing past its end. */
async function enterBooked(ground: Ground, booking: BookingView): Promise<StayView | undefined> {
  const { tx, means } = ground
  const quote = booking.quoteId === null ? undefined : await tx.quote(booking.quoteId)
  const allocation = await tx.allocationOf({ bookingId: booking.id })
  if (quote === undefined || allocation === undefined) return undefined
  const stay = await insertNewStay(
    tx,
    {
      ticket: booking.reference,
      bookingId: booking.id,
      resourceId: booking.resourceId,
      bayClass: booking.bayClass ?? 'car',
      plate: booking.plate,
      phone: null,
      bookedUntil: booking.endsAt,
      tariffVersionId: quote.tariffVersionId,
      permitId: null,
      madeBy: DEMO,
      enteredAt: booking.startsAt,
    },
    means.random,
  )
  await move(ground, booking.id, 'checked_in')
  await tx.updateAllocation(allocation.id, { stayId: stay.id, busyTo: tx.at + 15 * MINUTE })
  return stay
}
