import type { Role } from '../../src-shared/api/fields.ts'
import type { SessionService } from '../identity/session-service.ts'
import { newId, type Random } from '../ids/random.ts'
import { defaultRules, insertTemplateSite } from '../setup/site-template.ts'
import type { SiteService } from '../site/site-service.ts'
import { dateAt, plusDays } from '../site/site-calendar.ts'
import type { ServiceRow, SiteRow, Store, Transaction } from '../store/store.ts'
import { moveBooking } from '../booking/booking-lifecycle.ts'
import { leftOf, openPaymentOf } from '../payments/payment-ledger.ts'
import { takeTender } from '../payments/take-tender.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import { openShift } from '../shifts/shift-ledger.ts'
import { freeBays, busyInterval, loadWashDay } from '../booking/wash-day.ts'
import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { plantDemoParking } from './demo-parking.ts'

/** An account of the demo site. They are printed at start, in demo mode only. */
export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly role: Role
  readonly pin: string
}

const people: readonly (DemoAccount & { readonly name: string })[] = [
  { username: 'owner', password: 'harbour-owner', role: 'owner', pin: '2468', name: 'Meera Pillai' },
  { username: 'attendant', password: 'harbour-attendant', role: 'attendant', pin: '2468', name: 'Arun Das' },
  { username: 'admin', password: 'harbour-admin', role: 'admin', pin: '2468', name: 'Sana Iqbal' },
]

export const demoAccounts: readonly DemoAccount[] = people.map(({ username, password, role, pin }) => ({
  username,
  password,
  role,
  pin,
}))

const MINUTE = 60_000
const DEMO = 'demo'
/** What lies in the drawer as the demo's shift begins: ₹2,000. */
const DEMO_FLOAT = 200_000

interface Parts {
  readonly store: Store
  readonly site: SiteService
  readonly sessions: SessionService
  readonly random: Random
  readonly receiptMeans: ReceiptMeans
}

/** Fills an empty store with the demo site, its data relative to now. A store that has a site is left alone. */
export async function plantDemoSite({ store, site, sessions, random, receiptMeans }: Parts): Promise<void> {
  if ((await site.row()) !== undefined) return
  const users = await Promise.all(people.map((person) => sessions.prepareUser(person)))
  const row: SiteRow = {
    ...defaultRules,
    name: 'Harbour Street Park & Wash',
    timezone: 'Asia/Kolkata',
    currency: 'INR',
    demo: true,
    tariffSummary: [
      'Car: ₹40 first hour, then ₹10 per 15 min, at most ₹250',
      'Two-wheeler: ₹15 per hour, at most ₹80',
      'Night 20:00–23:00: ₹60',
    ],
  }
  await store.write(async (tx) => {
    await insertTemplateSite(tx, row)
    for (const user of users) await tx.insertUser(user)
    await tx.appendEvent({ at: tx.at, kind: 'site.demo_planted', subject: 'site', actor: DEMO, data: {} })
  })
  await site.reload()
  const planted = (await site.row()) ?? row
  await store.write(async (tx) => {
    const attendant = users.find(({ role }) => role === 'attendant')
    const openedBy = attendant === undefined ? DEMO : `user:${attendant.id}`
    await openShift(tx, planted, { floatMinor: DEMO_FLOAT, openedBy, actor: DEMO, random })
    await plantWashBookings(tx, planted, receiptMeans)
    await plantDemoParking({ tx, site: planted, means: receiptMeans })
  })
}

/** From held, the way to each state that the demo shows. */
const ways = {
  held: [],
  awaiting_payment: ['awaiting_payment'],
  confirmed: ['awaiting_payment', 'confirmed'],
  checked_in: ['awaiting_payment', 'confirmed', 'checked_in'],
  completed: ['awaiting_payment', 'confirmed', 'checked_in', 'completed'],
  no_show: ['awaiting_payment', 'confirmed', 'no_show'],
} as const satisfies Partial<Record<BookingState, readonly BookingState[]>>
type DemoState = keyof typeof ways

const plates = ['KL07BX1234', 'KL01CA4521', 'TN09AK7788', 'KA05MH2010', 'KL39F5566', 'MH12DE1433', 'KL08AZ0007']

/** Begun slots of today carry the day's history, later ones what is still to come. */
async function plantWashBookings(tx: Transaction, site: SiteRow, means: ReceiptMeans): Promise<void> {
  const services = await tx.services()
  const today = dateAt(tx.at, site.timezone)
  const past: readonly DemoState[] = ['checked_in', 'checked_in', 'completed', 'no_show', 'completed']
  const upcoming: readonly DemoState[] = ['confirmed', 'held', 'awaiting_payment', 'confirmed', 'confirmed']
  const later: readonly DemoState[] = ['confirmed', 'confirmed', 'awaiting_payment', 'confirmed', 'confirmed']
  const plant = new Planter(tx, site, services, means)
  await plant.onDay(today, past, (start) => start <= tx.at, true)
  await plant.onDay(today, upcoming, (start) => start > tx.at + 60 * MINUTE, false)
  await plant.onDay(plusDays(today, 1), later, () => true, false)
}

class Planter {
  #count = 0
  readonly #tx: Transaction
  readonly #site: SiteRow
  readonly #services: readonly ServiceRow[]
  readonly #means: ReceiptMeans
  constructor(tx: Transaction, site: SiteRow, services: readonly ServiceRow[], means: ReceiptMeans) {
    this.#tx = tx
    this.#site = site
    this.#services = services
    this.#means = means
  }

  /** Plants one booking for each state on every other fitting slot of a day; the latest slots first where asked. */
  async onDay(
    date: string,
    states: readonly DemoState[],
    fits: (start: number) => boolean,
    latestFirst: boolean,
  ): Promise<void> {
    for (const [index, state] of states.entries()) {
      const service = this.#services[index % this.#services.length]
      if (service === undefined) continue
      const day = await loadWashDay(this.#tx, this.#site, service, date)
      const fitting = day.slots.filter((slot) => fits(slot.start))
      const order = latestFirst ? fitting.toReversed() : fitting
      const slot = order.slice(index).find((candidate) => freeBays(day, candidate).length > 0)
      const bay = slot && freeBays(day, slot)[0]
      if (slot !== undefined && bay !== undefined) {
        await this.#plant(service, { start: slot.start, end: slot.end, ...busyInterval(day, slot) }, bay.id, state)
      }
    }
  }

  async #plant(
    service: ServiceRow,
    slot: { start: number; end: number; busyFrom: number; busyTo: number },
    resourceId: string,
    state: DemoState,
  ): Promise<void> {
    const tx = this.#tx
    const id = newId(this.#means.random)
    const number = this.#count++
    await tx.insertBooking({
      id,
      reference: `W-DEMO${number + 1}`,
      kind: 'wash',
      state: 'held',
      serviceId: service.id,
      bayClass: null,
      quoteId: null,
      followsBookingId: null,
      conflictToldAt: null,
      resourceId,
      startsAt: slot.start,
      endsAt: slot.end,
      plate: plates[number % plates.length] ?? 'KL07BX1234',
      phone: null,
      priceMinor: service.priceMinor,
      currency: this.#site.currency,
      // The one that stays held is about to run out, so that its countdown can be watched.
      holdExpiresAt: tx.at + 2 * MINUTE,
      paymentExpiresAt: null,
      createdAt: tx.at,
      madeBy: DEMO,
    })
    const { busyFrom, busyTo } = slot
    await tx.insertAllocation({
      id: newId(this.#means.random),
      resourceId,
      bookingId: id,
      stayId: null,
      note: null,
      state: 'held',
      busyFrom,
      busyTo,
    })
    for (const next of ways[state]) await this.#move(id, next)
  }

  async #move(id: string, to: BookingState): Promise<void> {
    const tx = this.#tx
    const booking = await tx.booking(id)
    if (booking === undefined) return
    if (to !== 'confirmed') {
      await moveBooking(tx, this.#site, booking, to, DEMO)
      return
    }
    const payment = await openPaymentOf(tx, { bookingId: id })
    if (payment === undefined) return
    const cash = { method: 'cash', receivedMinor: null, reference: null, reason: null, actor: DEMO } as const
    await takeTender(tx, this.#site, this.#means, payment, { ...cash, amountMinor: leftOf(payment) })
  }
}
