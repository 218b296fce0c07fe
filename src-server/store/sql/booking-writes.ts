import type { Awaitable, Sql } from './sql.ts'
import type { AllocationRow, BookingRow, Gap, Ms, Transaction } from '../store.ts'
import { allocation, booking } from './booking-columns.ts'
import { columns, inserter, updater } from './rows.ts'

type BookingWrites = Pick<
  Transaction,
  | 'gapsAround'
  | 'insertAllocation'
  | 'setAllocationState'
  | 'updateAllocation'
  | 'allocationOf'
  | 'insertBooking'
  | 'setBookingState'
  | 'setBookingResource'
  | 'setBookingConflict'
  | 'insertIdempotent'
>

/** Who has which bay, as an engine knows it besides its rows. */
export interface BayKeeper {
  /** See `Transaction.gapsAround`. */
  gapsAround(bayIds: readonly string[], from: Ms, to: Ms, reachMs: number): Awaitable<readonly (Gap | undefined)[]>
  /** A row was inserted. */
  add(row: AllocationRow): void
  /** Something else about a bay has changed. */
  forgetBay(bayId: string): void
  /** @returns false when the database says that the bay is not free; nothing is written then */
  unlessTaken(write: () => Awaitable<unknown>): Promise<boolean>
}

/** @param bays is told of each change to who has which bay */
export function bookingWrites(db: Sql, bays: BayKeeper): BookingWrites {
  const changeAllocation = updater(db, 'allocation', allocation)
  const insertAllocation = inserter<AllocationRow>(db, 'allocation', allocation)
  const setAllocation = db
    .prepare<[string, string], string>(
      "UPDATE allocation SET state = ? WHERE booking_id = ? AND state <> 'released' RETURNING resource_id",
    )
    .pluck()
  const bayOf = db.prepare<[string], string>('SELECT resource_id FROM allocation WHERE id = ?').pluck()
  const live = `SELECT ${columns(allocation)} FROM allocation WHERE state <> 'released' AND`
  const ofBooking = db.prepare<[string], AllocationRow>(`${live} booking_id = ?`)
  const ofStay = db.prepare<[string], AllocationRow>(`${live} stay_id = ?`)
  const insertBooking = inserter<BookingRow>(db, 'booking', booking, `ON CONFLICT (${db.keyed}reference) DO NOTHING`)
  const setState = db.prepare('UPDATE booking SET state = ? WHERE id = ?')
  const setDeadline = db.prepare('UPDATE booking SET payment_expires_at = ? WHERE id = ?')
  const setResource = db.prepare('UPDATE booking SET resource_id = ?, bay_since = ? WHERE id = ?')
  const setConflict = db.prepare('UPDATE booking SET conflict_told_at = ? WHERE id = ?')
  const insertIdempotent = db.prepare('INSERT INTO request_once VALUES (?, ?, ?, ?)')
  return {
    gapsAround: async (bayIds, from, to, reachMs) => bays.gapsAround(bayIds, from, to, reachMs),
    async insertAllocation(row) {
      const isFree = await bays.unlessTaken(() => insertAllocation(row))
      if (isFree) bays.add(row)
      return isFree
    },
    async setAllocationState(bookingId, state) {
      for (const bayId of await setAllocation.all(state, bookingId)) bays.forgetBay(bayId)
    },
    async updateAllocation(id, change) {
      const before = await bayOf.get(id)
      const isFree = await bays.unlessTaken(() => changeAllocation(id, change))
      for (const bayId of [before, change.resourceId]) if (bayId !== undefined) bays.forgetBay(bayId)
      return isFree
    },
    allocationOf: async (subject) =>
      'bookingId' in subject ? ofBooking.get(subject.bookingId) : ofStay.get(subject.stayId),
    insertBooking: async (row) => (await insertBooking(row)).changes > 0,
    async setBookingState(id, state, paymentExpiresAt) {
      await setState.run(state, id)
      if (paymentExpiresAt !== undefined) await setDeadline.run(paymentExpiresAt, id)
    },
    async setBookingResource(id, resourceId, since) {
      await setResource.run(resourceId, since, id)
    },
    async setBookingConflict(id, toldAt) {
      await setConflict.run(toldAt, id)
    },
    async insertIdempotent(principal, key, requestHash, subject) {
      await insertIdempotent.run(principal, key, requestHash, subject)
    },
  }
}
