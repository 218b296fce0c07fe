import type { BayClass } from '../../src-shared/api/fields.ts'
import { isRefusal } from '../../src-shared/errors/refusal.ts'
import { moveBooking } from '../booking/booking-lifecycle.ts'
import { checkInParking } from '../parking/check-in-parking.ts'
import { quoteExit } from '../parking/exit-quote.ts'
import { holdParkingBay } from '../parking/hold-parking-bay.ts'
import { leaveLot } from '../parking/leave.ts'
import { parkWalkIn } from '../parking/walk-in.ts'
import { giveDiscount } from '../payments/give-discount.ts'
import { openPaymentOf } from '../payments/payment-ledger.ts'
import { refundPayment } from '../payments/refund-payment.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { Ms, Transaction } from '../store/store.ts'
import { CUSTOMER, must, payAtCounter, type DemoWorld } from './demo-world.ts'
import type { Story } from './story.ts'

const MINUTE = 60_000

interface Car {
  readonly plate: string
  readonly phone?: string
  readonly bayClass: BayClass
  /** The bays that it would like, the first before the others; any of the class when not said. */
  readonly bayIds?: readonly string[] | undefined
}

/** How a car leaves; the oddities are one each. */
export interface Leaving {
  readonly at: Ms
  readonly oddity?: 'lost_ticket' | 'manual_time' | 'discount' | 'refund' | undefined
}

/** A car that comes without a booking, and stays where nothing is said of its leaving. Where the lot is full it drives on. */
export async function* walkInCar(world: DemoWorld, car: Car, enters: Ms, leaves?: Leaving): Story {
  const entering = yield enters
  const parked = await parkSomewhere(entering, world, car)
  if (isRefusal(parked)) {
    // A car that is to be there is.
    if (leaves === undefined) must(parked)
    return
  }
  if (leaves !== undefined) yield* leaveByCounter(world, parked.answer, leaves)
}

async function parkSomewhere(tx: Transaction, { site, attendant, means }: DemoWorld, car: Car) {
  const asked = { plate: car.plate, phone: car.phone, bay_class: car.bayClass }
  const park = (bay_id?: string) => parkWalkIn(tx, site, { ...asked, bay_id }, attendant, means.random)
  const [first, ...others] = car.bayIds ?? [undefined]
  let parked = await park(first)
  for (const other of others) if (isRefusal(parked)) parked = await park(other)
  return parked
}

interface BookedTime {
  /** When it is booked, and paid a few minutes later. */
  readonly made: Ms
  readonly start: Ms
  readonly end: Ms
  /** Whether it goes no further than a hold. */
  readonly isHold?: boolean
}

/** A bay that is booked at the kiosk and paid for; whoever does not come is a no-show in time. */
export async function* bookedCar(
  world: DemoWorld,
  car: Car,
  { made, start, end, isHold }: BookedTime,
  comes?: { readonly at: Ms; readonly leaves?: Leaving },
): Story {
  const { site, means } = world
  const holding = yield made
  const { timezone } = site
  const interval = { start: toSiteIso(start, timezone), end: toSiteIso(end, timezone) }
  const asked = { kind: 'parking', plate: car.plate, phone: car.phone, bay_class: car.bayClass } as const
  const request = { ...asked, bay_id: car.bayIds?.[0], ...interval }
  const held = must(await holdParkingBay(holding, site, request, CUSTOMER, means.random))
  if (isHold === true) return
  must(await moveBooking(holding, site, held.booking, 'awaiting_payment', CUSTOMER))
  const { id } = held.booking
  await payAtCounter(yield made + 3 * MINUTE, world, { bookingId: id })
  if (comes === undefined) return
  const entering = yield comes.at
  const booking = await entering.booking(id)
  if (booking === undefined) return
  const entered = await checkInParking(entering, site, booking, world.attendant, means)
  // Somebody stands in the bay still; the car drives on, and is a no-show.
  if (isRefusal(entered)) return
  const stay = await entering.stayOfBooking(id)
  if (stay !== undefined && comes.leaves !== undefined) yield* leaveByCounter(world, stay, comes.leaves)
}

async function* leaveByCounter(world: DemoWorld, entered: StayView, { at, oddity }: Leaving): Story {
  const { site, means, attendant } = world
  const asking = yield at
  const stay = (await asking.stay(entered.id)) ?? entered
  const ask = {
    lostTicket: oddity === 'lost_ticket' ? true : undefined,
    manual:
      oddity === 'manual_time' ? { leftAt: at - 10 * MINUTE, reason: 'The barrier was stuck for a while' } : undefined,
  }
  must(await quoteExit(asking, site, means, stay, ask, attendant))
  if (oddity === 'discount') await discount(asking, world, stay)
  const paid = await payAtCounter(yield at + MINUTE, world, { stayId: stay.id })
  const leaving = yield at + 2 * MINUTE
  must(await leaveLot(leaving, site, means, (await leaving.stay(stay.id)) ?? stay, attendant))
  if (oddity !== 'refund' || paid === undefined) return
  const refund = {
    method: 'cash',
    amountMinor: undefined,
    reference: null,
    reason: 'Charged for the wrong bay',
  } as const
  must(await refundPayment(yield at + 9 * MINUTE, site, means, paid, { ...refund, actor: world.owner }))
}

async function discount(tx: Transaction, { site, means, owner }: DemoWorld, stay: StayView): Promise<void> {
  const payment = await openPaymentOf(tx, { stayId: stay.id })
  if (payment === undefined) return
  const tenth = { kind: 'percent_bps', value: 1000 } as const
  must(await giveDiscount(tx, site, means, payment, { discount: tenth, reason: 'Stamp of the bookshop', actor: owner }))
}
