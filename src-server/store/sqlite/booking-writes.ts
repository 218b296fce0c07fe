import type { Database } from 'better-sqlite3'
import type { AllocationRow, Transaction } from '../store.ts'
import { allocation, booking } from './booking-columns.ts'
import { columns, insertion, updater } from './rows.ts'

type BookingWrites = Pick<
  Transaction,
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

export function bookingWrites(db: Database): BookingWrites {
  const changeAllocation = updater(db, 'allocation', allocation)
  const insertAllocation = db.prepare(insertion('allocation', allocation))
  const setAllocation = db.prepare("UPDATE allocation SET state = ? WHERE booking_id = ? AND state <> 'released'")
  const live = `SELECT ${columns(allocation)} FROM allocation WHERE state <> 'released' AND`
  const ofBooking = db.prepare<[string], AllocationRow>(`${live} booking_id = ?`)
  const ofStay = db.prepare<[string], AllocationRow>(`${live} stay_id = ?`)
  const insertBooking = db.prepare(insertion('booking', booking, 'ON CONFLICT (reference) DO NOTHING'))
  const setState = db.prepare('UPDATE booking SET state = ? WHERE id = ?')
  const setDeadline = db.prepare('UPDATE booking SET payment_expires_at = ? WHERE id = ?')
  const setResource = db.prepare('UPDATE booking SET resource_id = ? WHERE id = ?')
  const setConflict = db.prepare('UPDATE booking SET conflict_told_at = ? WHERE id = ?')
  const insertIdempotent = db.prepare('INSERT INTO request_once VALUES (?, ?, ?, ?)')
  return {
    insertAllocation: async (row) => unlessOverlap(() => insertAllocation.run(row)),
    async setAllocationState(bookingId, state) {
      setAllocation.run(state, bookingId)
    },
    async updateAllocation(id, change) {
      return unlessOverlap(() => changeAllocation(id, change))
    },
    allocationOf: async (subject) =>
      'bookingId' in subject ? ofBooking.get(subject.bookingId) : ofStay.get(subject.stayId),
    insertBooking: async (row) => insertBooking.run(row).changes > 0,
    async setBookingState(id, state, paymentExpiresAt) {
      setState.run(state, id)
      if (paymentExpiresAt !== undefined) setDeadline.run(paymentExpiresAt, id)
    },
    async setBookingResource(id, resourceId) {
      setResource.run(resourceId, id)
    },
    async setBookingConflict(id, toldAt) {
      setConflict.run(toldAt, id)
    },
    async insertIdempotent(principal, key, requestHash, subject) {
      insertIdempotent.run(principal, key, requestHash, subject)
    },
  }
}
