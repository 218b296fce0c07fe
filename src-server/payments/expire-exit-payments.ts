import type { Announcement } from '../events/announcement.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { recordPaymentChange } from './payment-events.ts'

/**
 * Expires what cars were asked to pay on their way out and did not pay in time, at the transaction's instant; bookings
 * expire with their payments. Parts that were taken count towards what the car is asked next, so nobody is told to
 * give them back.
 */
export async function expireExitPayments(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const payment of await tx.overdueExitPayments(tx.at)) {
    const expired: PaymentRow = { ...payment, state: 'expired' }
    await tx.updatePayment(payment.id, { state: 'expired' })
    announcements.push(await recordPaymentChange(tx, site, expired, { what: 'expired', actor: 'clock' }))
  }
  return announcements
}
