import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { Booking, BookingRequest, NewBooking, StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { Random } from '../ids/random.ts'
import { dateAt, dayBounds, toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import { checkInParking } from '../parking/check-in-parking.ts'
import { holdParkingBay } from '../parking/hold-parking-bay.ts'
import { decide } from '../decisions/decide.ts'
import { once } from '../decisions/once.ts'
import type { BookingView, ServiceKind, SiteRow, Store, Transaction } from '../store/store.ts'
import { moveBooking, reread, type Change } from './booking-lifecycle.ts'
import { toStaffWire, toWire } from './booking-wire.ts'
import { holdWashSlot } from './hold-wash-slot.ts'
import { undoCheckIn } from './undo-check-in.ts'

export interface BookingServiceParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly events: EventBus
  readonly site: SiteService
}

/** Bookings from hold to completion. Every decision is made inside a transaction, at its stamp of business time. */
export class BookingService {
  readonly #parts: BookingServiceParts
  #key: { readonly bytes: Uint8Array; readonly object: KeyObject } | undefined
  constructor(parts: BookingServiceParts) {
    this.#parts = parts
  }

  /**
   * Takes a slot and holds it.
   * @param actor who asks, as the audit trail names it
   * @param key the caller's Idempotency-Key: the same key and request get the same booking again
   */
  async create(request: BookingRequest, actor: string, key: string | undefined): Promise<NewBooking | Refusal> {
    const { clock, random } = this.#parts
    return decide(this.#parts, (tx, site) => {
      const answerOf = (booking: BookingView) => ({
        ...toWire(booking, site.timezone),
        manage_token: this.#manageToken(booking.id),
      })
      return once(
        tx,
        { actor, key, meaning: meaningOf(request) },
        async (id) => answerOf(await reread(tx, id)),
        async () => {
          if (isClockUntrusted(clock)) return refuse('clock_untrusted')
          const hold =
            request.kind === 'parking'
              ? holdParkingBay(tx, site, request, actor, random)
              : holdWashSlot(tx, site, request, actor, random)
          const held = await hold
          if (isRefusal(held)) return held
          return { answer: answerOf(held.booking), announcements: held.announcements, subject: held.booking.id }
        },
      )
    })
  }

  get(id: string): Promise<Booking | Refusal> {
    return this.#get(id, toWire)
  }

  getForStaff(id: string): Promise<StaffBooking | Refusal> {
    return this.#get(id, toStaffWire)
  }

  confirm(id: string, actor: string): Promise<Booking | Refusal> {
    return this.#change(id, toWire, (tx, site, booking) => moveBooking(tx, site, booking, 'awaiting_payment', actor))
  }

  cancel(id: string, actor: string): Promise<Booking | Refusal> {
    return this.#change(id, toWire, async (tx, site, booking) => {
      const isParked = booking.kind === 'parking' && booking.state === 'checked_in'
      if (isParked) return refuse('invalid_state', 'the car is here: its ticket is voided, or it leaves')
      return moveBooking(tx, site, booking, 'cancelled', actor)
    })
  }

  /** The car has come. One that parks gets its ticket. */
  checkIn(id: string, actor: string): Promise<StaffBooking | Refusal> {
    return this.#change(id, toStaffWire, (tx, site, booking) =>
      booking.kind === 'parking'
        ? checkInParking(tx, site, booking, actor, this.#parts)
        : moveBooking(tx, site, booking, 'checked_in', actor),
    )
  }

  /** The car that was let in just now did not come. */
  undoCheckIn(id: string, actor: string): Promise<StaffBooking | Refusal> {
    return this.#change(id, toStaffWire, (tx, site, booking) => undoCheckIn({ tx, site, booking, actor }))
  }

  complete(id: string, actor: string): Promise<StaffBooking | Refusal> {
    return this.#change(id, toStaffWire, async (tx, site, booking) =>
      booking.kind === 'parking'
        ? refuse('invalid_state', 'a parked car leaves by its ticket')
        : moveBooking(tx, site, booking, 'completed', actor),
    )
  }

  /** Refused before the booked time has come: nobody can have missed what has not begun. */
  noShow(id: string, actor: string): Promise<StaffBooking | Refusal> {
    return this.#write(
      async (tx, site) => {
        const booking = await tx.booking(id)
        if (booking === undefined) return refuse('not_found')
        if (tx.at < booking.startsAt) return refuse('invalid_state', 'the booked time has not come yet')
        return moveBooking(tx, site, booking, 'no_show', actor)
      },
      (change, site) => toStaffWire(change.booking, site.timezone),
    )
  }

  /**
   * The bookings of a day (today when none is named), or all that match a search when no day is named; of both kinds
   * unless one is named.
   */
  async list(filter: {
    kind?: ServiceKind | undefined
    date?: string | undefined
    state?: BookingState | undefined
    q?: string | undefined
  }): Promise<{ server_time: string; date: string; bookings: StaffBooking[] } | Refusal> {
    const site = await this.#parts.site.row()
    if (site === undefined) return refuse('setup_needed')
    const now = this.#parts.clock.now()
    const date = filter.date ?? dateAt(now, site.timezone)
    const search = filter.q === undefined ? '' : normalisePlate(filter.q)
    // A search without a day looks everywhere: the car at the barrier may be a day early.
    const day = search !== '' && filter.date === undefined ? undefined : dayBounds(date, site.timezone)
    const rows = await this.#parts.store.read((queries) =>
      queries.bookings({
        kind: filter.kind,
        from: day?.from,
        to: day?.to,
        state: filter.state,
        search: search || undefined,
      }),
    )
    return {
      server_time: toSiteIso(now, site.timezone),
      date,
      bookings: rows.map((row) => toStaffWire(row, site.timezone)),
    }
  }

  /** Whether the token is the booking's own. Takes the same time for a good and a bad one. */
  ownsBooking(id: string, token: string): boolean {
    const expected = Buffer.from(this.#manageToken(id))
    const given = Buffer.from(token)
    return expected.length === given.length && timingSafeEqual(expected, given)
  }

  /** Made from the store's key and never stored, so that a repeated request can be told it again. */
  #manageToken(id: string): string {
    return createHmac('sha256', this.#keyOf(this.#parts.store.secretKey)).update(`manage:${id}`).digest('base64url')
  }

  /** Made once for each key, of which there is a new one when the store begins anew. */
  #keyOf(bytes: Uint8Array): KeyObject {
    if (this.#key?.bytes !== bytes) this.#key = { bytes, object: createSecretKey(bytes) }
    return this.#key.object
  }

  async #get<T>(id: string, wire: (booking: BookingView, timezone: string) => T): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    const booking = await this.#parts.store.read((queries) => queries.booking(id))
    return site === undefined || booking === undefined ? refuse('not_found') : wire(booking, site.timezone)
  }

  #change<T>(
    id: string,
    wire: (booking: Change['booking'], timezone: string) => T,
    work: (tx: Transaction, site: SiteRow, booking: Change['booking']) => Promise<Change | Refusal>,
  ): Promise<T | Refusal> {
    return this.#write(
      async (tx, site) => {
        const booking = await tx.booking(id)
        return booking === undefined ? refuse('not_found') : work(tx, site, booking)
      },
      (change, site) => wire(change.booking, site.timezone),
    )
  }

  /** One write, and the answer that is made of what it changed. */
  #write<T>(
    work: (tx: Transaction, site: SiteRow) => Promise<Change | Refusal>,
    answer: (change: Change, site: SiteRow) => T,
  ): Promise<T | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const change = await work(tx, site)
      return isRefusal(change) ? change : { answer: answer(change, site), announcements: change.announcements }
    })
  }
}

/** What makes two requests the same: their meaning, not their spelling. */
function meaningOf(request: BookingRequest): readonly unknown[] {
  const { kind, start, plate, phone } = request
  const what =
    request.kind === 'wash'
      ? [request.service_id]
      : [request.bay_class, request.bay_id ?? null, parseInstant(request.end)]
  return [kind, ...what, parseInstant(start), normalisePlate(plate), phone ?? null]
}
