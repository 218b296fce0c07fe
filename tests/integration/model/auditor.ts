import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { balance } from '../money/books.ts'
import { same } from '../../support/same.ts'
import { isAtWash, isToCome, parked } from './bays.ts'
import { overlaps, rows } from '../../support/store-look.ts'
import type { Model } from './park-model.ts'
import { Trail } from '../../support/audit-trail.ts'

interface Allocation {
  readonly id: string
  readonly resource_id: string
  readonly booking_id: string | null
  readonly stay_id: string | null
  readonly state: string
  readonly busy_from: number
  readonly busy_to: number
}

/** Holds the store, as it lies on the disk, against the model; reads only, by SQL of its own. */
export class Auditor {
  readonly trail = new Trail()
  readonly #frozen = new Map<string, string>()

  /** After each step. */
  look(db: Database, model: Model): void {
    this.#meetCars(db, model)
    this.trail.follow(db)
    sameBookings(db, model)
    sameStays(db, model)
    samePayments(db, model)
    sameDrawer(db, model)
    sameCounts(db, model)
    if (overlaps(db) > 0) throw new Error('two have one bay at one time')
    this.#sameBays(db, model)
  }

  /** Now and then, and after each restart: what grows with the history. */
  lookAtAll(db: Database, model: Model): void {
    same('the books', balance(db), [])
    this.trail.follow(db)
    this.trail.verify(db)
    for (const [table, ids] of [
      ['quote', 'id'],
      ['shift', 'id'],
      ['receipt', "series || '-' || number"],
    ] as const) {
      this.#sameForEver(db, table, ids)
    }
    noGaps(db, model)
    const prints = rows<{ name: string; prints: number }>(
      db,
      `SELECT series || '-' || number AS name, prints FROM receipt WHERE prints > 0 ORDER BY 1`,
    )
    same(
      'the prints',
      prints.map(({ name, prints: n }) => [name, n]),
      [...model.prints].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  }

  /** The answer to a check-in does not tell the car's ticket. */
  #meetCars(db: Database, model: Model): void {
    for (const stay of [...model.stays.values()].filter(({ id }) => id.startsWith('of '))) {
      const [found] = rows<{ id: string }>(db, 'SELECT id FROM stay WHERE booking_id = ?', stay.booking)
      if (found === undefined) throw new Error(`the car of booking ${stay.booking ?? ''} has no ticket`)
      model.stays.delete(stay.id)
      model.stays.set(found.id, { ...stay, id: found.id })
    }
  }

  /** Each live booking and each car has its one bay; only cars that stand too long, and the wash board, move others. */
  #sameBays(db: Database, model: Model): void {
    const live = rows<Allocation>(db, "SELECT * FROM allocation WHERE state <> 'released' ORDER BY busy_from")
    const ofStays = new Map(live.flatMap((row) => (row.stay_id === null ? [] : [[row.stay_id, row] as const])))
    const ofBookings = new Map(live.flatMap((row) => (row.booking_id === null ? [] : [[row.booking_id, row] as const])))
    same(
      'owners with one bay each',
      ofBookings.size + [...ofStays.values()].filter((row) => row.booking_id === null).length,
      live.filter((row) => row.state !== 'blocked').length,
    )
    const known = new Set<string>()
    for (const stay of parked(model)) {
      const row = ofStays.get(stay.id)
      same(`the bay of car ${stay.id}`, [row?.resource_id, row?.state], [stay.bay, 'in_use'])
      if (row === undefined) continue
      if (row.busy_to < stay.busyTo) throw new Error(`car ${stay.id} has lost a part of its time`)
      Object.assign(stay, { busyFrom: row.busy_from, busyTo: row.busy_to })
      known.add(row.id)
    }
    for (const booking of [...model.bookings.values()].filter((one) => isToCome(one) || isAtWash(one))) {
      const row = ofBookings.get(booking.id)
      if (row === undefined && booking.job === 'ready') continue
      if (row === undefined) throw new Error(`booking ${booking.id} is ${booking.state} and has no bay`)
      if (isToCome(booking))
        same(`the time of booking ${booking.id}`, [row.busy_from, row.busy_to], [booking.busy.from, booking.busy.to])
      if (row.resource_id !== booking.bay) booking.baySince = model.decided
      Object.assign(booking, { bay: row.resource_id, busy: { from: row.busy_from, to: row.busy_to } })
      known.add(row.id)
    }
    const rest = live.filter(({ id }) => !known.has(id))
    const blocks = rest
      .filter(({ state }) => state === 'blocked')
      .map((row) => [row.resource_id, row.busy_from, row.busy_to])
    const blocked = [...model.blocks].map(([bay, { from, to }]) => [bay, from, to])
    for (const one of blocked)
      if (!blocks.some((row) => String(row) === String(one))) throw new Error(`the block ${String(one)} is gone`)
    const over = rest.filter(({ state }) => state !== 'blocked')
    for (const { booking_id, stay_id } of over) {
      const booking = model.bookings.get(booking_id ?? '')
      if (stay_id !== null || booking?.kind !== 'wash' || booking.state !== 'completed')
        throw new Error(`${booking_id ?? stay_id ?? ''} is over and keeps its bay`)
    }
    model.leftovers = over.map((row) => ({ bay: row.resource_id, span: { from: row.busy_from, to: row.busy_to } }))
  }

  #sameForEver(db: Database, table: string, id: string): void {
    const frozen = table === 'shift' ? "WHERE state = 'closed'" : ''
    for (const { name, ...row } of rows<Record<string, unknown> & { name: string }>(
      db,
      `SELECT ${id} AS name, * FROM ${table} ${frozen}`,
    )) {
      // What may change: how often a receipt was printed, and a deadline that moves with a clock that was set right.
      const { prints: _, expires_at: __, ...kept } = row
      const hash = createHash('sha256').update(JSON.stringify(kept)).digest('hex')
      const key = `${table} ${name}`
      same(key, hash, this.#frozen.get(key) ?? hash)
      this.#frozen.set(key, hash)
    }
  }
}

function sameBookings(db: Database, model: Model): void {
  const found = rows<Record<string, unknown>>(
    db,
    `SELECT b.id, b.state, b.starts_at, b.ends_at, b.price_minor, b.plate, b.resource_id AS bay, b.hold_expires_at AS hold,
       b.payment_expires_at AS pay, j.state AS job FROM booking AS b LEFT JOIN wash_job AS j ON j.booking_id = b.id`,
  )
  same('the number of bookings', found.length, model.bookings.size)
  for (const row of found) {
    const one = model.bookings.get(String(row['id']))
    same(
      `booking ${String(row['id'])}`,
      [row['state'], row['job'], row['starts_at'], row['ends_at'], row['price_minor'], row['plate']],
      one && [one.state, one.job, one.start, one.end, one.price, one.plate],
    )
    if (one?.state === 'held') same(`the hold of ${one.id}`, row['hold'], one.holdUntil)
    if (one?.state === 'awaiting_payment') same(`the deadline of ${one.id}`, row['pay'], one.payUntil)
  }
}

function sameStays(db: Database, model: Model): void {
  const found = rows<Record<string, unknown>>(
    db,
    'SELECT id, state, plate, resource_id, entered_at, lost_ticket FROM stay',
  )
  same('the number of tickets', found.length, model.stays.size)
  for (const row of found) {
    const one = model.stays.get(String(row['id']))
    const expected = one && [one.state, one.plate, one.bay, one.entered, Number(one.lost)]
    same(
      `car ${String(row['id'])}`,
      [row['state'], row['plate'], row['resource_id'], row['entered_at'], row['lost_ticket']],
      expected,
    )
  }
}

function samePayments(db: Database, model: Model): void {
  const found = rows<Record<string, unknown>>(
    db,
    'SELECT id, state, gross_minor AS g, discount_minor AS d, paid_minor AS p, refunded_minor AS r, expires_at AS e FROM payment',
  )
  same('the number of payments', found.length, model.payments.size)
  for (const row of found) {
    const one = model.payments.get(String(row['id']))
    const isOpen = one?.state === 'due' || one?.state === 'pending'
    const expected = one && [one.state, one.gross, one.discount, one.paid, one.refunded, isOpen ? one.expires : null]
    same(
      `payment ${String(row['id'])}`,
      [row['state'], row['g'], row['d'], row['p'], row['r'], isOpen ? row['e'] : null],
      expected,
    )
  }
}

function sameDrawer(db: Database, model: Model): void {
  const [open] = rows<{ id: string; number: number; n: number }>(
    db,
    `SELECT id, number, (SELECT coalesce(sum(CASE kind WHEN 'payment' THEN amount_minor ELSE -amount_minor END), 0)
       FROM tender WHERE shift_id = s.id) AS n FROM shift AS s WHERE state = 'open'`,
  )
  const { shift } = model
  const sum = (side: 'in' | 'out') => (shift === null ? 0 : shift[side].cash + shift[side].card + shift[side].upi)
  same(
    'the open shift',
    open && [open.id, open.number, open.n],
    shift === null ? undefined : [shift.id, shift.number, sum('in') - sum('out')],
  )
}

/** How many there are; that their numbers have no gap is looked at with the rest of the history. */
function sameCounts(db: Database, model: Model): void {
  const count = (series: string) =>
    rows<{ n: number }>(db, 'SELECT count(*) AS n FROM receipt WHERE series = ?', series)[0]?.n
  same('the number of receipts and credit notes', [count('R'), count('C')], [model.receipts, model.credits])
}

function noGaps(db: Database, model: Model): void {
  const series = (name: string) =>
    rows<{ number: number }>(db, 'SELECT number FROM receipt WHERE series = ? ORDER BY number', name)
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
  same(
    'receipt numbers',
    series('R').map(({ number }) => number),
    upTo(model.receipts),
  )
  same(
    'credit note numbers',
    series('C').map(({ number }) => number),
    upTo(model.credits),
  )
  same(
    'shift numbers',
    rows<{ number: number }>(db, 'SELECT number FROM shift ORDER BY number').map(({ number }) => number),
    upTo(model.shifts),
  )
}
