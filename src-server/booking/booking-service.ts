import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Booking, BookingRequest, NewBooking, StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { Random } from '../ids/random.ts'
import { dateAt, dayBounds, toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { SiteRow, Store, Transaction } from '../store/store.ts'
import type { Announcement } from './booking-events.ts'
import { expireOverdue, moveBooking, reread, type Change } from './booking-lifecycle.ts'
import { recordCounterPayment } from '../payments/counter-payment.ts'
import { toStaffWire, toWire } from './booking-wire.ts'
import { BayTakenError, holdWashSlot } from './hold-wash-slot.ts'

export interface BookingServiceParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly events: EventBus
  readonly site: SiteService
}

/** The states of the clock in which deadlines cannot be trusted, so nothing new is promised and nothing expires. */
export function isClockUntrusted(clock: Clock): boolean {
  return clock.state === 'rollback' || clock.state === 'forward_suspect'
}

/** Bookings from hold to completion. Every decision is made inside a transaction, at its stamp of business time. */
export class BookingService {
  readonly #parts: BookingServiceParts
  constructor(parts: BookingServiceParts) {
    this.#parts = parts
  }

  /**
   * Takes a slot and holds it.
   * @param actor who asks, as the audit trail names it
   * @param key the caller's Idempotency-Key: the same key and request get the same booking again
   */
  async create(request: BookingRequest, actor: string, key: string | undefined): Promise<NewBooking | Refusal> {
    const requestHash = hashRequest(request)
    return this.#write(
      async (tx, site) => {
        const known = key === undefined ? undefined : await tx.idempotent(actor, key)
        if (known !== undefined) {
          if (known.requestHash !== requestHash) return refuse('idempotency_key_reused')
          return { booking: await reread(tx, known.subject), announcements: [] }
        }
        if (isClockUntrusted(this.#parts.clock)) return refuse('clock_untrusted')
        const { random } = this.#parts
        if (request.kind === 'parking') return refuse('not_found', 'this is not there yet')
        const held = await holdWashSlot(tx, site, request, actor, random)
        if (!isRefusal(held) && key !== undefined) await tx.insertIdempotent(actor, key, requestHash, held.booking.id)
        return held
      },
      (change, site) => ({
        ...toWire(change.booking, site.timezone),
        manage_token: this.#manageToken(change.booking.id),
      }),
    )
  }

  async get(id: string): Promise<Booking | Refusal> {
    const site = await this.#parts.site.row()
    const booking = await this.#parts.store.read((queries) => queries.booking(id))
    if (site === undefined || booking === undefined) return refuse('not_found')
    return toWire(booking, site.timezone)
  }

  confirm(id: string, actor: string): Promise<Booking | Refusal> {
    return this.#move(id, 'awaiting_payment', actor, toWire)
  }

  cancel(id: string, actor: string): Promise<Booking | Refusal> {
    return this.#move(id, 'cancelled', actor, toWire)
  }

  checkIn(id: string, actor: string): Promise<StaffBooking | Refusal> {
    return this.#move(id, 'checked_in', actor, toStaffWire)
  }

  complete(id: string, actor: string): Promise<StaffBooking | Refusal> {
    return this.#move(id, 'completed', actor, toStaffWire)
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

  /** Records that what is due was paid at the counter. The amount is the booking's own; nobody can send one. */
  recordPayment(id: string, method: PaymentMethod, actor: string): Promise<StaffBooking | Refusal> {
    return this.#write(
      async (tx, site) => {
        const booking = await tx.booking(id)
        if (booking === undefined) return refuse('not_found')
        const change = await moveBooking(tx, site, booking, 'confirmed', actor)
        if (isRefusal(change)) return change
        const paid = await this.#insertPayment(tx, site, change, method, actor)
        return { booking: await reread(tx, id), announcements: [...change.announcements, paid] }
      },
      (change, site) => toStaffWire(change.booking, site.timezone),
    )
  }

  /** The bookings of a day (today when none is named), or all that match a search when no day is named. */
  async list(filter: {
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
        kind: 'wash',
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

  /** Expires what is overdue, by business time; writes nothing when nothing is. Called each second. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#parts
    if (isClockUntrusted(clock)) return
    const overdue = await store.read((queries) => queries.overdueBookings(clock.now()))
    if (overdue.length > 0)
      await this.#write(
        async () => ({ announcements: [] }),
        () => undefined,
      )
  }

  /** Whether the token is the booking's own. Takes the same time for a good and a bad one. */
  ownsBooking(id: string, token: string): boolean {
    const expected = Buffer.from(this.#manageToken(id))
    const given = Buffer.from(token)
    return expected.length === given.length && timingSafeEqual(expected, given)
  }

  /** Made from the store's key and never stored, so that a repeated request can be told it again. */
  #manageToken(id: string): string {
    return createHmac('sha256', this.#parts.store.secretKey).update(`manage:${id}`).digest('base64url')
  }

  #move<T>(
    id: string,
    to: BookingState,
    actor: string,
    wire: (booking: Change['booking'], timezone: string) => T,
  ): Promise<T | Refusal> {
    return this.#write(
      async (tx, site) => {
        const booking = await tx.booking(id)
        return booking === undefined ? refuse('not_found') : moveBooking(tx, site, booking, to, actor)
      },
      (change, site) => wire(change.booking, site.timezone),
    )
  }

  async #insertPayment(
    tx: Transaction,
    site: SiteRow,
    { booking }: Change,
    method: PaymentMethod,
    actor: string,
  ): Promise<Announcement> {
    const { priceMinor: amountMinor, currency } = booking
    const id = await recordCounterPayment(tx, booking, method, actor, this.#parts.random)
    const data = { booking: booking.id, method, amount_minor: amountMinor, currency }
    const seq = await tx.appendEvent({ at: tx.at, kind: 'payment.recorded', subject: id, actor, data })
    const { id: booking_id, reference } = booking
    return {
      notification: { type: 'payment_recorded', seq, at: toSiteIso(tx.at, site.timezone), booking_id, reference },
    }
  }

  /** One write: overdue bookings go first, then the work; what happened is published only after the commit. */
  async #write<C extends { announcements: readonly Announcement[] }, T>(
    work: (tx: Transaction, site: SiteRow) => Promise<C | Refusal>,
    answer: (change: C, site: SiteRow) => T,
  ): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    if (site === undefined) return refuse('setup_needed')
    const { store, clock, events } = this.#parts
    const written = await store
      .write(async (tx) => {
        const expired = isClockUntrusted(clock) ? [] : await expireOverdue(tx, site)
        const change = await work(tx, site)
        return { result: change, announcements: isRefusal(change) ? expired : [...expired, ...change.announcements] }
      })
      .catch((error: unknown) => {
        if (error instanceof BayTakenError) return { result: refuse('slot_taken'), announcements: [] }
        throw error
      })
    const { result, announcements } = written
    for (const announcement of announcements) {
      events.publish('notification', announcement.notification)
      if (announcement.availability !== undefined) events.publish('availability', announcement.availability)
    }
    return isRefusal(result) ? result : answer(result, site)
  }
}

/** What makes two requests the same: their meaning, not their spelling. */
function hashRequest(request: BookingRequest): string {
  const { kind, start, plate, phone } = request
  const what =
    request.kind === 'wash'
      ? [request.service_id]
      : [request.bay_class, request.bay_id ?? null, parseInstant(request.end)]
  const meaning = [kind, ...what, parseInstant(start), normalisePlate(plate), phone ?? null]
  return createHash('sha256').update(JSON.stringify(meaning)).digest('hex')
}
