import type { Sql } from './sql.ts'
import type { StayQueries, StayView, StayWrites, WaitlistRow } from '../car-park-rows.ts'
import { columns, insertion, updater } from './rows.ts'

const stay = {
  id: 'id',
  ticket: 'ticket',
  bookingId: 'booking_id',
  resourceId: 'resource_id',
  bayClass: 'bay_class',
  plate: 'plate',
  phone: 'phone',
  state: 'state',
  enteredAt: 'entered_at',
  recordedEnteredAt: 'recorded_entered_at',
  bookedUntil: 'booked_until',
  bayBookedFrom: 'bay_booked_from',
  exitedAt: 'exited_at',
  lostTicket: 'lost_ticket',
  overstayToldAt: 'overstay_told_at',
  tariffVersionId: 'tariff_version_id',
  permitId: 'permit_id',
  exitQuoteId: 'exit_quote_id',
  madeBy: 'made_by',
}
const waiting = {
  id: 'id',
  bayClass: 'bay_class',
  plate: 'plate',
  phone: 'phone',
  state: 'state',
  createdAt: 'created_at',
  offeredAt: 'offered_at',
  closedAt: 'closed_at',
  madeBy: 'made_by',
}

interface RawStay extends Omit<StayView, 'lostTicket'> {
  lostTicket: number
}

/** As many as a person looks through. */
const MOST_EXITED = 500

const VIEW = `SELECT ${columns(stay, 's')}, r.label AS "bayLabel", r.bay_class AS "bayOwnClass", b.reference AS "bookingReference",
    p.holder AS "permitHolder"
  FROM stay AS s
  JOIN resource AS r ON r.id = s.resource_id
  LEFT JOIN booking AS b ON b.id = s.booking_id
  LEFT JOIN permit AS p ON p.id = s.permit_id`

function toStay(row: RawStay): StayView {
  return { ...row, lostTicket: row.lostTicket === 1 }
}

export function stayQueries(db: Sql): StayQueries {
  const byId = db.prepare<[string], RawStay>(`${VIEW} WHERE s.id = ?`)
  const byBooking = db.prepare<[string], RawStay>(`${VIEW} WHERE s.booking_id = ?`)
  const parked = db.prepare<[], RawStay>(`${VIEW} WHERE s.state = 'parked' ORDER BY s.entered_at, s.id`)
  const standing = db.prepare<[], string>("SELECT resource_id FROM stay WHERE state = 'parked'").pluck()
  const exited = db.prepare<[number, number], RawStay>(
    `${VIEW} WHERE s.exited_at >= ? AND s.exited_at < ? ORDER BY s.exited_at DESC LIMIT ${MOST_EXITED}`,
  )
  const waitingById = db.prepare<[string], WaitlistRow>(`SELECT ${columns(waiting)} FROM waitlist WHERE id = ?`)
  const open = db.prepare<[], WaitlistRow>(
    `SELECT ${columns(waiting)} FROM waitlist WHERE state IN ('waiting', 'offered') ORDER BY created_at, id`,
  )
  const one = (row: RawStay | undefined) => row && toStay(row)
  return {
    stay: async (id) => one(await byId.get(id)),
    stayOfBooking: async (bookingId) => one(await byBooking.get(bookingId)),
    parkedStays: async () => (await parked.all()).map(toStay),
    standingBays: async () => standing.all(),
    exitedStays: async (from, to) => (await exited.all(from, to)).map(toStay),
    waitlist: async (id) => waitingById.get(id),
    openWaitlist: async () => open.all(),
  }
}

export function stayWrites(db: Sql): StayWrites {
  const updateStay = updater(db, 'stay', stay)
  const updateWaiting = updater(db, 'waitlist', waiting)
  const insertStay = db.prepare(insertion('stay', stay, `ON CONFLICT (${db.keyed}ticket) DO NOTHING`))
  const insertWaiting = db.prepare(insertion('waitlist', waiting))
  return {
    insertStay: async (row) => (await insertStay.run({ ...row, lostTicket: Number(row.lostTicket) })).changes > 0,
    async updateStay(id, change) {
      const { lostTicket, ...rest } = change
      const values = { ...rest, ...(lostTicket === undefined ? {} : { lostTicket: Number(lostTicket) }) }
      await updateStay(id, values)
    },
    async insertWaitlist(row) {
      await insertWaiting.run(row)
    },
    async updateWaitlist(id, change) {
      await updateWaiting(id, change)
    },
  }
}
