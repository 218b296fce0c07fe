import type { Announcement } from '../events/announcement.ts'
import type { BookingView, SiteRow, Transaction } from '../store/store.ts'
import { recordPaymentChange, tellMoneyToReturn } from './payment-events.ts'
import { closeOpenPayment, openPaymentOfBooking } from './payment-ledger.ts'

/**
 * What a booking's new state means for what is due: it is asked for once, and nothing is taken any more for what is
 * gone. Whatever was paid for it stays in its payments, and staff are told that it is to go back.
 */
export async function followWithPayment(
  tx: Transaction,
  site: SiteRow,
  booking: BookingView,
  actor: string,
): Promise<readonly Announcement[]> {
  if (booking.state === 'awaiting_payment') {
    const payment = await openPaymentOfBooking(tx, booking)
    const data = { gross_minor: payment.grossMinor, expires_at: payment.expiresAt }
    return [await recordPaymentChange(tx, site, payment, { what: 'due', actor, data })]
  }
  if (booking.state !== 'expired' && booking.state !== 'cancelled') return []
  const subject = { bookingId: booking.id }
  const what = booking.state === 'expired' ? 'expired' : 'void'
  const closed = await closeOpenPayment(tx, subject, what)
  const told = closed && (await recordPaymentChange(tx, site, closed, { what, actor }))
  const announcements: Announcement[] = told === undefined ? [] : [told]
  for (const payment of await tx.paymentsOf(subject)) {
    announcements.push(...(await tellMoneyToReturn(tx, site, payment)))
  }
  return announcements
}
