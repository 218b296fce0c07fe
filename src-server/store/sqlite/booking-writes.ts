import type { Database } from 'better-sqlite3'
import type { Transaction } from '../store.ts'

type BookingWrites = Pick<
  Transaction,
  'insertAllocation' | 'setAllocationState' | 'insertBooking' | 'setBookingState' | 'insertIdempotent' | 'insertPayment'
>

function isOverlap(error: unknown): boolean {
  return error instanceof Error && error.message === 'allocation_overlap'
}

export function bookingWrites(db: Database): BookingWrites {
  const insertAllocation = db.prepare(
    'INSERT INTO allocation VALUES (@id, @resourceId, @bookingId, @state, @busyFrom, @busyTo)',
  )
  const setAllocation = db.prepare("UPDATE allocation SET state = ? WHERE booking_id = ? AND state <> 'released'")
  const insertBooking = db.prepare(
    `INSERT INTO booking VALUES (@id, @reference, @kind, @state, @serviceId, @resourceId, @startsAt, @endsAt, @plate,
     @phone, @priceMinor, @currency, @holdExpiresAt, @paymentExpiresAt, @createdAt, @madeBy)
     ON CONFLICT (reference) DO NOTHING`,
  )
  const setState = db.prepare('UPDATE booking SET state = ? WHERE id = ?')
  const setDeadline = db.prepare('UPDATE booking SET payment_expires_at = ? WHERE id = ?')
  const insertIdempotent = db.prepare('INSERT INTO idempotency VALUES (?, ?, ?, ?)')
  const insertPayment = db.prepare(
    'INSERT INTO payment VALUES (@id, @bookingId, @method, @amountMinor, @currency, @at, @recordedBy)',
  )
  return {
    async insertAllocation(row) {
      try {
        insertAllocation.run(row)
        return true
      } catch (error) {
        if (isOverlap(error)) return false
        throw error
      }
    },
    async setAllocationState(bookingId, state) {
      setAllocation.run(state, bookingId)
    },
    insertBooking: async (row) => insertBooking.run(row).changes > 0,
    async setBookingState(id, state, paymentExpiresAt) {
      setState.run(state, id)
      if (paymentExpiresAt !== undefined) setDeadline.run(paymentExpiresAt, id)
    },
    async insertIdempotent(principal, key, requestHash, bookingId) {
      insertIdempotent.run(principal, key, requestHash, bookingId)
    },
    async insertPayment(row) {
      insertPayment.run(row)
    },
  }
}
