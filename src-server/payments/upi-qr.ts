import QRCode from 'qrcode'
import type { PaymentQr } from '../../src-shared/api/payment-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Queries, SiteRow } from '../store/store.ts'
import { isOpen, leftOf } from './payment-ledger.ts'

export interface UpiRequest {
  /** The virtual address that the money goes to: `harbour@upi`. */
  readonly payee: string
  readonly name: string
  /** Paise. */
  readonly amountMinor: number
  /** Ours for the payment, at most 35 characters. */
  readonly reference: string
  /** What the customer's app shows of it. */
  readonly note: string
}

/**
 * A request that any UPI app opens with everything filled in: NPCI, UPI Linking Specification 1.6, section 2. The amount
 * is in rupees with two decimals, and cannot be changed in the app.
 */
export function upiUri({ payee, name, amountMinor, reference, note }: UpiRequest): string {
  const rupees = `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`
  const fields = { pa: payee, pn: name, am: rupees, cu: 'INR', tr: reference, tn: note }
  // Apps want the address as it is spoken, with its @.
  const value = (text: string) => encodeURIComponent(text).replace(/%40/g, '@')
  const query = Object.entries(fields).map(([field, text]) => `${field}=${value(text)}`)
  return `upi://pay?${query.join('&')}`
}

/**
 * A UPI QR over exactly what is left of a payment. Refused where the site takes no UPI, where nothing is left, and from
 * the instant at which the payment expires.
 * @param now business time in ms
 * @param about what is paid for: a booking's reference, a ticket
 */
export async function paymentQr(
  site: SiteRow,
  payment: PaymentRow,
  now: number,
  about: string,
): Promise<PaymentQr | Refusal> {
  const { expiresAt, currency } = payment
  if (payment.state === 'expired' || (isOpen(payment) && expiresAt !== null && now >= expiresAt)) {
    return refuse('payment_expired')
  }
  const left = leftOf(payment)
  if (site.upiId === '' || currency !== 'INR' || !isOpen(payment) || left === 0) return refuse('no_upi')
  const name = site.businessName || site.name
  const uri = upiUri({ payee: site.upiId, name, amountMinor: left, reference: payment.id.slice(0, 35), note: about })
  return {
    uri,
    qr_svg: await QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
    amount: { amount_minor: left, currency },
    expires_at: expiresAt === null ? null : toSiteIso(expiresAt, site.timezone),
  }
}

/** What a payment is for, as people call it: a booking's reference, or a ticket. */
export async function subjectName(queries: Queries, { bookingId, stayId }: PaymentRow): Promise<string> {
  if (bookingId !== null) return (await queries.booking(bookingId))?.reference ?? ''
  return (await queries.stay(stayId ?? ''))?.ticket ?? ''
}
