import type { Database } from 'better-sqlite3'
import type { AllocationRow, BookingRow, Transaction } from '../store.ts'
import { allocation, booking } from './booking-columns.ts'
import type { LiveAllocations } from './live-allocations.ts'
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

/** @returns false when the database says that the bay is not free */
function unlessOverlap(write: () => void): boolean {
  try {
    write()
    return true
  } catch (error) {
    if (error instanceof Error && error.message === 'allocation_overlap') return false
    throw error
  }
}

/** @param memory is told of each change to who has which bay */
export function bookingWrites(db: Database, memory: LiveAllocations): BookingWrites {
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
  const insertBooking = inserter<BookingRow>(db, 'booking', booking, 'ON CONFLICT (reference) DO NOTHING')
  const setState = db.prepare('UPDATE booking SET state = ? WHERE id = ?')
  const setDeadline = db.prepare('UPDATE booking SET payment_expires_at = ? WHERE id = ?')
  const setResource = db.prepare('UPDATE booking SET resource_id = ?, bay_since = ? WHERE id = ?')
  const setConflict = db.prepare('UPDATE booking SET conflict_told_at = ? WHERE id = ?')
  const insertIdempotent = db.prepare('INSERT INTO request_once VALUES (?, ?, ?, ?)')
  return {
    gapsAround: async (bayIds, from, to, reachMs) => memory.gapsAround(bayIds, from, to, reachMs),
    async insertAllocation(row) {
      const isFree = unlessOverlap(() => insertAllocation(row))
      if (isFree) memory.add(row)
      return isFree
    },
    async setAllocationState(bookingId, state) {
      for (const bayId of setAllocation.all(state, bookingId)) memory.forgetBay(bayId)
    },
    async updateAllocation(id, change) {
      const before = bayOf.get(id)
      const isFree = unlessOverlap(() => changeAllocation(id, change))
      for (const bayId of [before, change.resourceId]) if (bayId !== undefined) memory.forgetBay(bayId)
      return isFree
    },
    allocationOf: async (subject) =>
      'bookingId' in subject ? ofBooking.get(subject.bookingId) : ofStay.get(subject.stayId),
    insertBooking: async (row) => insertBooking(row).changes > 0,
    async setBookingState(id, state, paymentExpiresAt) {
      setState.run(state, id)
      if (paymentExpiresAt !== undefined) setDeadline.run(paymentExpiresAt, id)
    },
    async setBookingResource(id, resourceId, since) {
      setResource.run(resourceId, since, id)
    },
    async setBookingConflict(id, toldAt) {
      setConflict.run(toldAt, id)
    },
    async insertIdempotent(principal, key, requestHash, subject) {
      insertIdempotent.run(principal, key, requestHash, subject)
    },
  }
}
