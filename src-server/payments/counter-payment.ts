import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { newId, type Random } from '../ids/random.ts'
import type { BookingView, Transaction } from '../store/store.ts'

/** Writes down that a booking was paid in full at the counter. @returns the payment's id */
export async function recordCounterPayment(
  tx: Transaction,
  booking: BookingView,
  method: PaymentMethod,
  actor: string,
  random: Random,
): Promise<string> {
  const { id: bookingId, priceMinor: amountMinor, currency } = booking
  const id = newId(random)
  await tx.insertPayment({
    id,
    bookingId,
    stayId: null,
    quoteId: null,
    state: 'paid',
    grossMinor: amountMinor,
    discountMinor: 0,
    paidMinor: amountMinor,
    refundedMinor: 0,
    currency,
    provider: 'counter',
    expiresAt: null,
    createdAt: tx.at,
  })
  await tx.insertTender({
    id: newId(random),
    paymentId: id,
    kind: 'payment',
    method,
    amountMinor,
    currency,
    receivedMinor: null,
    changeMinor: null,
    reference: null,
    reason: null,
    shiftId: (await tx.openShift())?.id ?? null,
    at: tx.at,
    recordedBy: actor,
  })
  return id
}
