import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { actorName } from '../identity/actor-name.ts'
import { receiptName } from '../receipts/receipt-label.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { PaymentRow, TenderRow } from '../store/money-rows.ts'
import type { Queries, SiteRow } from '../store/store.ts'
import { isOpen, leftOf } from './payment-ledger.ts'
import { priceOf } from './payment-price.ts'

/** A payment with all that happened to it, as the counter sees it. */
export async function toPaymentWire(queries: Queries, site: SiteRow, payment: PaymentRow): Promise<Payment> {
  const { id, state, currency, expiresAt } = payment
  const { timezone } = site
  const money = (amount_minor: number) => ({ amount_minor, currency })
  const tenders = await queries.tendersOf(id)
  const discounts = await queries.discountsOf(id)
  return {
    id,
    state,
    booking_id: payment.bookingId,
    stay_id: payment.stayId,
    gross: money(payment.grossMinor),
    discount: money(payment.discountMinor),
    left: money(isOpen(payment) ? leftOf(payment) : 0),
    paid: money(payment.paidMinor),
    refunded: money(payment.refundedMinor),
    expires_at: isOpen(payment) && expiresAt !== null ? toSiteIso(expiresAt, timezone) : null,
    breakdown: payment.quoteId === null ? null : await priceOf(queries, payment),
    tenders: await Promise.all(tenders.map((tender) => toTenderWire(queries, site, tender))),
    discounts: await Promise.all(
      discounts.map(async ({ amountMinor, reason, givenBy, at }) => ({
        amount: money(amountMinor),
        reason,
        given_by: await actorName(queries, givenBy),
        at: toSiteIso(at, timezone),
      })),
    ),
    receipts: (await queries.receiptsOf(id)).map(receiptName),
  }
}

async function toTenderWire(
  queries: Queries,
  { timezone }: SiteRow,
  tender: TenderRow,
): Promise<Payment['tenders'][number]> {
  const { id, kind, method, currency, reason, receivedMinor, changeMinor } = tender
  const money = (amount_minor: number) => ({ amount_minor, currency })
  return {
    id,
    kind,
    method,
    amount: money(tender.amountMinor),
    received: receivedMinor === null ? null : money(receivedMinor),
    change: changeMinor === null ? null : money(changeMinor),
    terminal_reference: tender.reference,
    reason,
    at: toSiteIso(tender.at, timezone),
    recorded_by: await actorName(queries, tender.recordedBy),
  }
}
