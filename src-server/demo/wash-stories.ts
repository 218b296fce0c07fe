import { isRefusal, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { WashJobState } from '../../src-shared/wash/wash-job-states.ts'
import { moveBooking, type Change } from '../booking/booking-lifecycle.ts'
import { holdWashSlot, insertHold } from '../booking/hold-wash-slot.ts'
import { dateAt, timeLabel, toSiteIso } from '../site/site-calendar.ts'
import type { Ms, Transaction } from '../store/store.ts'
import { walkIn } from '../wash/wash-walk-in.ts'
import { moveWash } from '../wash/wash-moves.ts'
import { CUSTOMER, must, payAtCounter, type DemoWorld } from './demo-world.ts'
import type { Story } from './story.ts'

const MINUTE = 60_000
const SLOT = 30 * MINUTE
/** So many slots are asked for before the demo gives up. */
const MOST_TRIES = 60

interface WashCar {
  readonly plate: string
  readonly phone?: string
  readonly serviceId: string
}

type Step = 'queued' | 'in_progress' | 'quality_check' | 'ready' | 'collected'

/** When a wash gets how far; it stays at the last step that is named. */
export type WashSteps = readonly (readonly [step: Step, at: Ms])[]

/** A car without a booking: it pays, and is washed. Where no bay is free it drives on. */
export async function* walkInWash(world: DemoWorld, car: WashCar, comes: Ms, steps: WashSteps): Story {
  const { site, attendant, means } = world
  const asking = yield comes
  const request = { service_id: car.serviceId, plate: car.plate, phone: car.phone }
  const taken = await walkIn(asking, site, request, attendant, means.random)
  if (isRefusal(taken)) return
  await payAtCounter(asking, world, { bookingId: taken.booking.id })
  yield* washAlong(world, taken.booking.id, steps)
}

/** A wash of the present, which is there at any hour: after closing time its crew is finishing what is left. */
export async function* lateWash(world: DemoWorld, car: WashCar, comes: Ms, steps: WashSteps): Story {
  const asking = yield comes
  const taken = must(await takeBayNow(asking, world, car))
  must(await moveBooking(asking, world.site, taken.booking, 'awaiting_payment', world.attendant))
  await payAtCounter(asking, world, { bookingId: taken.booking.id })
  yield* washAlong(world, taken.booking.id, steps)
}

async function takeBayNow(
  tx: Transaction,
  { site, attendant, means }: DemoWorld,
  car: WashCar,
): Promise<Change | Refusal> {
  const service = (await tx.services()).find(({ id }) => id === car.serviceId)
  if (service === undefined) throw new Error(`the demo has no service ${car.serviceId}`)
  const end = tx.at + service.durationMinutes * MINUTE
  const slot = { start: tx.at, end, label: timeLabel(tx.at, site.timezone) }
  const day = {
    site,
    service,
    date: dateAt(tx.at, site.timezone),
    open: [],
    slots: [slot],
    closure: undefined,
    bays: await tx.resources('wash_bay'),
    busy: await tx.liveAllocations('wash_bay', tx.at, end + service.cleanupMinutes * MINUTE),
  }
  return insertHold(tx, day, slot, car, attendant, means.random)
}

interface BookedWash {
  readonly made: Ms
  /** The slot, or the first after it that can be had. */
  readonly from: Ms
  /** How far the booking gets: a hold, one that is to be paid, or one that is paid. */
  readonly state: 'held' | 'awaiting_payment' | 'confirmed'
  /** What becomes of it; whoever does not come is a no-show in time. @param start the slot that it got */
  readonly steps?: (start: Ms) => WashSteps
}

/** A wash that is booked at the kiosk. */
export async function* bookedWash(world: DemoWorld, car: WashCar, wash: BookedWash): Story {
  const { site } = world
  const { made, state } = wash
  const { booking } = must(await holdFirst(yield made, world, car, wash.from))
  if (state === 'held') return
  const confirming = yield made + MINUTE
  must(await moveBooking(confirming, site, booking, 'awaiting_payment', CUSTOMER))
  if (state === 'awaiting_payment') return
  await payAtCounter(yield made + 3 * MINUTE, world, { bookingId: booking.id })
  if (wash.steps !== undefined) yield* washAlong(world, booking.id, wash.steps(booking.startsAt))
}

async function holdFirst(
  tx: Transaction,
  { site, means }: DemoWorld,
  { plate, phone, serviceId }: WashCar,
  from: Ms,
): Promise<Change | Refusal> {
  let start = Math.ceil(from / SLOT) * SLOT
  for (let tries = 1; ; tries += 1, start += SLOT) {
    const request = {
      kind: 'wash',
      service_id: serviceId,
      start: toSiteIso(start, site.timezone),
      plate,
      phone,
    } as const
    const held = await holdWashSlot(tx, site, request, CUSTOMER, means.random)
    if (!isRefusal(held) || tries === MOST_TRIES) return held
  }
}

/** Takes a wash over the board. One that finds its bay occupied when it is to begin is tried again a little later. */
async function* washAlong({ site, means, attendant }: DemoWorld, bookingId: string, steps: WashSteps): Story {
  let late = 0
  for (const [state, at] of steps) {
    for (let tries = 0; ; tries += 1) {
      const tx = yield at + late
      const job = await tx.washJobOfBooking(bookingId)
      if (job === undefined) throw new Error(`the demo's wash ${bookingId} is gone`)
      const act = { tx, site, actor: attendant, random: means.random }
      const moved = await moveWash(act, job, { state: state satisfies WashJobState })
      if (!isRefusal(moved)) break
      if (tries === 5) must(moved)
      late += 5 * MINUTE
    }
  }
}
