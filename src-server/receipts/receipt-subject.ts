import { toSiteIso } from '../site/site-calendar.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Queries, SiteRow } from '../store/store.ts'
import type { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import { plainLine } from './plain-line.ts'

/** What was paid for, as a receipt names it. A booking that is paid ahead tells its booked times. */
export interface ReceiptSubject extends Pick<
  ReceiptDocument,
  'bay' | 'service' | 'reference' | 'entry' | 'exit' | 'tariff'
> {
  readonly plate: string
}

export async function receiptSubject(queries: Queries, site: SiteRow, payment: PaymentRow): Promise<ReceiptSubject> {
  const { bookingId, stayId } = payment
  const iso = (ms: number) => toSiteIso(ms, site.timezone)
  const quote = payment.quoteId === null ? undefined : await queries.quote(payment.quoteId)
  const version = quote && (await queries.tariffVersion(quote.tariffVersionId))
  const tariff = version && { id: String(version.number), name: plainLine(version.name, 80) || String(version.number) }
  if (bookingId !== null) {
    const booking = await queries.booking(bookingId)
    if (booking === undefined) throw new Error(`booking ${bookingId} is gone`)
    return {
      plate: booking.plate,
      bay: booking.resourceLabel,
      ...(booking.serviceName === null ? {} : { service: plainLine(booking.serviceName, 120) }),
      reference: booking.reference,
      entry: iso(booking.startsAt),
      exit: iso(booking.endsAt),
      ...(tariff && { tariff }),
    }
  }
  const stay = await queries.stay(stayId ?? '')
  if (stay === undefined) throw new Error(`stay ${stayId} is gone`)
  // The receipt is given before the car is through the gate; what was priced is what the quote says.
  const exit = quote?.toAt ?? stay.exitedAt
  return {
    plate: stay.plate,
    bay: stay.bayLabel,
    reference: stay.ticket,
    entry: iso(stay.enteredAt),
    ...(exit === null ? {} : { exit: iso(exit) }),
    ...(tariff && { tariff }),
  }
}
