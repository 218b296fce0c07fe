import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { ParkingAvailability } from '../../src-shared/api/parking-schemas.ts'
import type { ExitQuote, Lot, ParkedStay, SearchAnswer, Stay, Waiting } from '../../src-shared/api/stay-schemas.ts'
import type { BayClass } from '../../src-shared/api/fields.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { toStaffWire } from '../booking/booking-wire.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { LotLayout } from '../../src-shared/lot/lot-layout.ts'
import type { Done } from '../decisions/decide.ts'
import { once } from '../decisions/once.ts'
import { lotLayout } from '../site/lot-plan.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { Ms, Queries, ResourceRow, SiteRow, Transaction } from '../store/store.ts'
import { blockBay, unblockBay } from './bay-blocks.ts'
import { correctEntry, moveCar, voidStay } from './change-stay.ts'
import { quoteExit, type ExitAsk } from './exit-quote.ts'
import { leaveLot } from './leave.ts'
import { searchLot } from './lot-search.ts'
import { lotView } from './lot-view.ts'
import { decide, type DecisionParts } from '../decisions/decide.ts'
import { moveBookingToBay } from './move-booking-bay.ts'
import { parkingAvailability, type ParkingQuestion } from './parking-availability.ts'
import { isTimeToSettle } from './settle-time.ts'
import { toStayWire } from './stay-wire.ts'
import { dueOffers } from './waitlist-offers.ts'
import { leaveWaitlist, putOnWaitlist, returnToWaitlist, serveWaiting, toWaitingWire } from './waitlist.ts'
import { parkWalkIn, type WalkInRequest } from './walk-in.ts'

export type ParkingParts = DecisionParts & ReceiptMeans

type StayWork<T> = (tx: Transaction, site: SiteRow, stay: StayView) => Promise<Done<T> | Refusal>

/** Cars in and out of their bays. Every decision is made inside a transaction, at its instant. */
export class ParkingService {
  readonly #parts: ParkingParts
  constructor(parts: ParkingParts) {
    this.#parts = parts
  }

  availability(asked: ParkingQuestion): Promise<ParkingAvailability | Refusal> {
    return parkingAvailability(this.#parts, asked)
  }

  lot(): Promise<Lot | Refusal> {
    return this.#read((queries, site, now) => lotView(queries, site, now))
  }

  plan(): Promise<LotLayout | Refusal> {
    return this.#read(async (queries) => (await lotLayout(queries)).layout)
  }

  search(typed: string): Promise<SearchAnswer | Refusal> {
    return this.#read((queries, site, now) => searchLot(queries, site, now, typed))
  }

  stays(): Promise<{ server_time: string; stays: Stay[] } | Refusal> {
    return this.#read(async (queries, { timezone }, now) => ({
      server_time: toSiteIso(now, timezone),
      stays: (await queries.parkedStays()).map((stay) => toStayWire(stay, now, timezone)),
    }))
  }

  stay(id: string): Promise<Stay | Refusal> {
    return this.#read(async (queries, { timezone }, now) => {
      const stay = await queries.stay(id)
      return stay === undefined ? refuse('not_found') : toStayWire(stay, now, timezone)
    })
  }

  /** @param key the caller's Idempotency-Key: the same key and request get the same ticket again */
  park(request: WalkInRequest, actor: string, key: string | undefined): Promise<ParkedStay | Refusal> {
    const meaning = [
      'park',
      normalisePlate(request.plate),
      request.phone ?? null,
      request.bay_class ?? null,
      request.bay_id ?? null,
    ]
    return decide(this.#parts, (tx, site) =>
      once(
        tx,
        { actor, key, meaning },
        async (id) => {
          const stay = await tx.stay(id)
          if (stay === undefined) throw new Error(`stay ${id} is gone`)
          return toParkedWire(stay, site, tx.at)
        },
        async () => {
          const parked = await parkWalkIn(tx, site, request, actor, this.#parts.random)
          if (isRefusal(parked)) return parked
          return { ...parked, answer: toParkedWire(parked.answer, site, tx.at), subject: parked.answer.id }
        },
      ),
    )
  }

  quoteExit(id: string, ask: ExitAsk, actor: string): Promise<ExitQuote | Refusal> {
    return this.#onStay(id, (tx, site, stay) => quoteExit(tx, site, this.#parts, stay, ask, actor))
  }

  exit(id: string, actor: string): Promise<Stay | Refusal> {
    return this.#changeStay(id, (tx, site, stay) => leaveLot(tx, site, this.#parts, stay, actor))
  }

  moveCar(id: string, bayId: string, actor: string): Promise<Stay | Refusal> {
    return this.#changeStay(id, (tx, site, stay) => moveCar(tx, site, stay, bayId, actor))
  }

  correctEntry(id: string, correction: { enteredAt: Ms; reason: string }, actor: string): Promise<Stay | Refusal> {
    const { clock } = this.#parts
    return this.#changeStay(id, (tx, site, stay) => correctEntry(tx, site, clock, stay, correction, actor))
  }

  voidStay(id: string, reason: string, actor: string): Promise<Stay | Refusal> {
    return this.#changeStay(id, (tx, site, stay) => voidStay(tx, site, stay, reason, actor))
  }

  moveBooking(id: string, bayId: string, actor: string): Promise<StaffBooking | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const booking = await tx.booking(id)
      if (booking === undefined) return refuse('not_found')
      const change = await moveBookingToBay(tx, site, booking, bayId, actor)
      if (isRefusal(change)) return change
      return { answer: toStaffWire(change.booking, site.timezone), announcements: change.announcements }
    })
  }

  block(id: string, block: { until: Ms | undefined; reason: string }, actor: string): Promise<undefined | Refusal> {
    const { random } = this.#parts
    return this.#onBay(id, (tx, site, bay) => blockBay(tx, site, bay, block, { actor, random }))
  }

  unblock(id: string, actor: string): Promise<undefined | Refusal> {
    return this.#onBay(id, (tx, site, bay) => unblockBay(tx, site, bay, actor))
  }

  waitlist(): Promise<{ server_time: string; waiting: Waiting[] } | Refusal> {
    return this.#read(async (queries, site, now) => ({
      server_time: toSiteIso(now, site.timezone),
      waiting: (await queries.openWaitlist()).map((row) => toWaitingWire(row, site)),
    }))
  }

  wait(
    request: { plate: string; phone?: string | undefined; bay_class: BayClass },
    actor: string,
  ): Promise<Waiting | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const done = await putOnWaitlist(tx, request, actor, this.#parts.random)
      return isRefusal(done) ? done : { ...done, answer: toWaitingWire(done.answer, site) }
    })
  }

  serve(id: string, actor: string): Promise<ParkedStay | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const row = await tx.waitlist(id)
      if (row === undefined) return refuse('not_found')
      const done = await serveWaiting(tx, site, row, actor, this.#parts.random)
      return isRefusal(done) ? done : { ...done, answer: toParkedWire(done.answer, site, tx.at) }
    })
  }

  leaveWaitlist(id: string, actor: string): Promise<undefined | Refusal> {
    return decide(this.#parts, async (tx) => {
      const row = await tx.waitlist(id)
      return row === undefined ? refuse('not_found') : leaveWaitlist(tx, row, actor)
    })
  }

  returnToWaitlist(id: string, actor: string): Promise<Waiting | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const row = await tx.waitlist(id)
      if (row === undefined) return refuse('not_found')
      const done = await returnToWaitlist(tx, row, actor)
      return isRefusal(done) ? done : { ...done, answer: toWaitingWire(done.answer, site) }
    })
  }

  /** Brings the lot to now, by business time; writes nothing when nothing is due. Called each second. */
  async sweep(): Promise<void> {
    const { store, clock, site: sites } = this.#parts
    const site = await sites.row()
    if (site === undefined || isClockUntrusted(clock)) return
    const now = Math.floor(clock.now())
    const isDue = await store.read(
      async (queries) => (await isTimeToSettle(queries, site, now)) || (await dueOffers(queries, now)).length > 0,
    )
    if (isDue) await decide(this.#parts, async () => ({ answer: undefined, announcements: [] }))
  }

  async #read<T>(work: (queries: Queries, site: SiteRow, now: Ms) => Promise<T>): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    if (site === undefined) return refuse('setup_needed')
    const now = Math.floor(this.#parts.clock.now())
    return this.#parts.store.read((queries) => work(queries, site, now))
  }

  #onStay<T>(id: string, work: StayWork<T>): Promise<T | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const stay = await tx.stay(id)
      return stay === undefined ? refuse('not_found') : work(tx, site, stay)
    })
  }

  #changeStay(id: string, work: StayWork<StayView>): Promise<Stay | Refusal> {
    return this.#onStay(id, async (tx, site, stay) => {
      const done = await work(tx, site, stay)
      return isRefusal(done) ? done : { ...done, answer: toStayWire(done.answer, tx.at, site.timezone) }
    })
  }

  #onBay(
    id: string,
    work: (tx: Transaction, site: SiteRow, bay: ResourceRow) => Promise<Done<undefined> | Refusal>,
  ): Promise<undefined | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const bay = await tx.resource(id)
      return bay?.active === true ? work(tx, site, bay) : refuse('not_found')
    })
  }
}

function toParkedWire(stay: StayView, { timezone }: SiteRow, now: Ms): ParkedStay {
  const { bayBookedFrom: from } = stay
  return {
    ...toStayWire(stay, now, timezone),
    bay_booked_from: from === null ? null : toSiteIso(from, timezone),
  }
}
