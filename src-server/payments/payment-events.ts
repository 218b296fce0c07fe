import type { AuditOf } from '../../src-shared/api/audit-kinds.ts'
import type { Announcement } from '../events/announcement.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { PaymentRow, TenderRow } from '../store/money-rows.ts'
import type { EventInput, SiteRow, Transaction } from '../store/store.ts'
import { keptOf } from './payment-ledger.ts'

/** What a payment is for, as the trail and a notification name it. */
function subjectOf({ bookingId, stayId }: PaymentRow) {
  return { booking_id: bookingId, stay_id: stayId }
}

/** Writes a change of a payment into the audit trail, with its amounts. @returns what to tell after the commit */
export async function recordPaymentChange(
  tx: Transaction,
  site: SiteRow,
  payment: PaymentRow,
  { what, actor, data = {} }: { what: AuditOf<'payment'>; actor: string; data?: EventInput['data'] },
): Promise<Announcement> {
  const { id, state, currency } = payment
  const seq = await tx.appendEvent({
    at: tx.at,
    kind: `payment.${what}`,
    subject: id,
    actor,
    data: { ...subjectOf(payment), state, currency, ...data },
  })
  const at = toSiteIso(tx.at, site.timezone)
  return { notification: { type: 'payment_changed', seq, at, payment_id: id, state, ...subjectOf(payment) } }
}

/** What the trail says of a tender. */
export function tenderData(tender: TenderRow): EventInput['data'] {
  return {
    tender: tender.id,
    method: tender.method,
    amount_minor: tender.amountMinor,
    received_minor: tender.receivedMinor,
    change_minor: tender.changeMinor,
    reference: tender.reference,
    reason: tender.reason,
    shift: tender.shiftId,
  }
}

/** Tells staff that a payment which nothing will come of holds money; nothing where it holds none. */
export async function tellMoneyToReturn(
  tx: Transaction,
  site: SiteRow,
  payment: PaymentRow,
): Promise<readonly Announcement[]> {
  const amount = { amount_minor: keptOf(payment), currency: payment.currency }
  if (amount.amount_minor === 0) return []
  const { id: payment_id } = payment
  const data = { ...subjectOf(payment), ...amount }
  const event: EventInput = { at: tx.at, kind: 'payment.to_return', subject: payment_id, actor: 'clock', data }
  const seq = await tx.appendEvent(event)
  const at = toSiteIso(tx.at, site.timezone)
  return [{ notification: { type: 'money_to_return', seq, at, payment_id, ...subjectOf(payment), amount } }]
}
