import type { PaymentState } from '../../src-shared/payment/payment-states.ts'
import { newId, type Random } from '../ids/random.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { BookingView, Ms, Queries, Transaction } from '../store/store.ts'

/** What is paid for. */
export type PaymentSubject = { readonly bookingId: string } | { readonly stayId: string }

export interface PaymentOpening {
  readonly subject: PaymentSubject
  /** How the price came about; null for a wash, which has a fixed price. */
  readonly quoteId: string | null
  /** Whole minor units, before discounts. */
  readonly grossMinor: number
  readonly currency: string
  /** From this instant on it is too late to pay; null where nothing runs out. */
  readonly expiresAt: Ms | null
  readonly random: Random
}

const open: readonly PaymentState[] = ['due', 'pending']

export function isOpen({ state }: Pick<PaymentRow, 'state'>): boolean {
  return open.includes(state)
}

/** What is still to be paid, in whole minor units. */
export function leftOf(payment: PaymentRow): number {
  return payment.grossMinor - payment.discountMinor - payment.paidMinor
}

/** What was taken and not given back, in whole minor units. */
export function keptOf(payment: PaymentRow): number {
  return payment.paidMinor - payment.refundedMinor
}

/** Writes down that something is due. A subject has one open payment at a time: the caller closes the one before. */
export function openPayment(tx: Transaction, { random, ...opening }: PaymentOpening): Promise<PaymentRow> {
  return insertOpen(tx, newId(random), opening)
}

/** A booking is asked to pay once in its life, so that its payment can be named after it. */
const nameAfter = (bookingId: string) => `pay-${bookingId}`

export function openPaymentOfBooking(tx: Transaction, booking: BookingView): Promise<PaymentRow> {
  return insertOpen(tx, nameAfter(booking.id), {
    subject: { bookingId: booking.id },
    quoteId: booking.quoteId,
    grossMinor: booking.priceMinor,
    currency: booking.currency,
    expiresAt: booking.paymentExpiresAt,
  })
}

/** What a booking was asked to pay, open or not; late money that went back lies beside it in payments of its own. */
export function askedOf(queries: Pick<Queries, 'payment'>, bookingId: string): Promise<PaymentRow | undefined> {
  return queries.payment(nameAfter(bookingId))
}

async function insertOpen(
  tx: Transaction,
  id: string,
  { subject, ...opening }: Omit<PaymentOpening, 'random'>,
): Promise<PaymentRow> {
  const payment: PaymentRow = {
    id,
    bookingId: 'bookingId' in subject ? subject.bookingId : null,
    stayId: 'stayId' in subject ? subject.stayId : null,
    ...opening,
    state: 'due',
    discountMinor: 0,
    paidMinor: 0,
    refundedMinor: 0,
    provider: 'counter',
    createdAt: tx.at,
  }
  await tx.insertPayment(payment)
  return payment
}

export async function openPaymentOf(
  tx: Pick<Queries, 'paymentsOf'>,
  subject: PaymentSubject,
): Promise<PaymentRow | undefined> {
  return (await tx.paymentsOf(subject)).find(isOpen)
}

/**
 * Ends the open payment of a subject, if there is one. Money that is in it already stays in it and can be refunded.
 * @returns the payment as it was closed, or undefined when none was open
 */
export async function closeOpenPayment(
  tx: Transaction,
  subject: PaymentSubject,
  to: 'expired' | 'void',
): Promise<PaymentRow | undefined> {
  const payment = await openPaymentOf(tx, subject)
  if (payment === undefined) return undefined
  await tx.updatePayment(payment.id, { state: to })
  return { ...payment, state: to }
}
