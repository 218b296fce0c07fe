import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { newId, type Random } from '../ids/random.ts'
import type { BookingView, Transaction } from '../store/store.ts'
import { leftOf, openPaymentOf } from './payment-ledger.ts'

/** Writes down that a booking was paid in full at the counter. @returns the payment's id */
export async function recordCounterPayment(
  tx: Transaction,
  booking: BookingView,
  method: PaymentMethod,
  actor: string,
  random: Random,
): Promise<string> {
  const payment = await openPaymentOf(tx, { bookingId: booking.id })
  if (payment === undefined) throw new Error(`booking ${booking.id} has nothing to pay`)
  const amountMinor = leftOf(payment)
  await tx.updatePayment(payment.id, { state: 'paid', paidMinor: payment.paidMinor + amountMinor })
  await tx.insertTender({
    id: newId(random),
    paymentId: payment.id,
    kind: 'payment',
    method,
    amountMinor,
    currency: payment.currency,
    receivedMinor: null,
    changeMinor: null,
    reference: null,
    reason: null,
    shiftId: (await tx.openShift())?.id ?? null,
    at: tx.at,
    recordedBy: actor,
  })
  return payment.id
}
