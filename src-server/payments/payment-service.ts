import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { Payment, PaymentMethod, PaymentQr, TenderRequest } from '../../src-shared/api/payment-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Discount } from '../../src-shared/tariff/breakdown.ts'
import { refuseMove, reread } from '../booking/booking-lifecycle.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import { toStaffWire } from '../booking/booking-wire.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Queries, SiteRow, Transaction } from '../store/store.ts'
import { chargeThrough, type PaymentParts } from './charge-through.ts'
import { giveDiscount } from './give-discount.ts'
import { takeLateMoney } from './late-money.ts'
import { decide, type Done } from '../decisions/decide.ts'
import { openPaymentOf } from './payment-ledger.ts'
import { toPaymentWire } from './payment-wire.ts'
import { refundPayment } from './refund-payment.ts'
import { once, type Asking } from '../decisions/once.ts'
import type { PaymentChange } from './take-tender.ts'
import { paymentQr, subjectName } from './upi-qr.ts'

export interface RefundRequest {
  readonly method: PaymentMethod
  readonly part_minor?: number | undefined
  readonly terminal_reference?: string | undefined
  readonly reason: string
}

export type LateRequest = Pick<RefundRequest, 'method' | 'terminal_reference'>

export interface LateAnswer {
  readonly outcome: 'rebooked' | 'refunded'
  readonly booking: StaffBooking
  readonly payment: Payment
}

/** What is owed and what of it was paid. The server knows what is due; nobody can send it. */
export class PaymentService {
  readonly #parts: PaymentParts
  constructor(parts: PaymentParts) {
    this.#parts = parts
  }

  get(id: string): Promise<Payment | Refusal> {
    return this.#read(async (queries, site) => {
      const payment = await queries.payment(id)
      return payment === undefined ? refuse('not_found') : toPaymentWire(queries, site, payment)
    })
  }

  /** Takes money for a payment, whole or in part. */
  take(id: string, request: TenderRequest, asking: Asking): Promise<Payment | Refusal> {
    return chargeThrough(this.#parts, request, asking, {
      meaning: ['payment.tender', id],
      find: async (queries) => (await queries.payment(id)) ?? refuse('not_found'),
      answer: async (tx, site) => toPaymentWire(tx, site, await known(tx, id)),
    })
  }

  /** Takes money for a booking that waits for it. */
  takeForBooking(bookingId: string, request: TenderRequest, asking: Asking): Promise<StaffBooking | Refusal> {
    return chargeThrough(this.#parts, request, asking, {
      meaning: ['booking.tender', bookingId],
      find: (queries) => bookingPayment(queries, bookingId),
      answer: async (tx, { timezone }) => toStaffWire(await reread(tx, bookingId), timezone),
    })
  }

  /** Takes something off what is due. The caller has checked the PIN. */
  discount(id: string, discount: Discount, reason: string, asking: Asking): Promise<Payment | Refusal> {
    const { kind, value } = discount
    return this.#change(id, asking, ['payment.discount', id, kind, value, reason], (tx, site, payment) =>
      giveDiscount(tx, site, this.#parts.receiptMeans, payment, { discount, reason, actor: asking.actor }),
    )
  }

  /** Gives money back. The caller has checked the PIN. */
  async refund(id: string, request: RefundRequest, asking: Asking): Promise<Payment | Refusal> {
    const { method, part_minor, terminal_reference, reason } = request
    const meaning = ['payment.refund', id, method, part_minor ?? null, terminal_reference ?? null, reason]
    const reference = terminal_reference ?? null
    const giving = { method, amountMinor: part_minor, reference, reason, actor: asking.actor }
    const payment = await this.#change(id, asking, meaning, (tx, site, row) =>
      refundPayment(tx, site, this.#parts.receiptMeans, row, giving),
    )
    const refund = isRefusal(payment) ? undefined : payment.tenders.findLast(({ kind }) => kind === 'refund')
    if (refund !== undefined) {
      const { amount_minor: amountMinor, currency } = refund.amount
      const order = { paymentId: id, orderId: refund.id, method, amountMinor, currency, typedReference: reference }
      await this.#parts.provider.refund(order)
    }
    return payment
  }

  /** Money that came after its booking had expired. */
  late(
    bookingId: string,
    { method, terminal_reference }: LateRequest,
    { actor, key }: Asking,
  ): Promise<LateAnswer | Refusal> {
    const reference = terminal_reference ?? null
    const mayBook = !isClockUntrusted(this.#parts.clock)
    return decide(this.#parts, (tx, site) => {
      const request = { actor, key, meaning: ['booking.late', bookingId, method, reference] }
      const again = async (id: string) => lateAnswer(tx, site, bookingId, await known(tx, id))
      return once(tx, request, again, async () => {
        const booking = await tx.booking(bookingId)
        if (booking === undefined) return refuse('not_found')
        const late = { method, reference, actor, mayBook }
        const outcome = await takeLateMoney(tx, site, this.#parts.receiptMeans, booking, late)
        if (isRefusal(outcome)) return outcome
        const { payment, announcements } = outcome
        return { answer: await lateAnswer(tx, site, bookingId, payment), announcements, subject: payment.id }
      })
    })
  }

  /** A UPI QR over exactly what is left. */
  qr(id: string): Promise<PaymentQr | Refusal> {
    return this.#read(async (queries, site) => {
      const payment = await queries.payment(id)
      if (payment === undefined) return refuse('not_found')
      return paymentQr(site, payment, this.#parts.clock.now(), await subjectName(queries, payment))
    })
  }

  /** The QR that a customer can pay a booking by; null while nothing is due, or the site takes no UPI. */
  async qrOfBooking(queries: Queries, site: SiteRow, bookingId: string): Promise<PaymentQr | null> {
    const payment = await openPaymentOf(queries, { bookingId })
    if (payment === undefined) return null
    const qr = await paymentQr(site, payment, this.#parts.clock.now(), await subjectName(queries, payment))
    return isRefusal(qr) ? null : qr
  }

  #change(
    id: string,
    { actor, key }: Asking,
    meaning: readonly unknown[],
    work: (tx: Transaction, site: SiteRow, payment: PaymentRow) => Promise<PaymentChange | Refusal>,
  ): Promise<Payment | Refusal> {
    return decide(this.#parts, (tx, site) => {
      const again = async () => toPaymentWire(tx, site, await known(tx, id))
      return once(tx, { actor, key, meaning }, again, async () => {
        const payment = await tx.payment(id)
        if (payment === undefined) return refuse('not_found')
        return answered(tx, site, await work(tx, site, payment))
      })
    })
  }

  async #read<T>(work: (queries: Queries, site: SiteRow) => Promise<T>): Promise<T | Refusal> {
    const site = await this.#parts.site.row()
    return site === undefined ? refuse('setup_needed') : this.#parts.store.read((queries) => work(queries, site))
  }
}

async function answered(
  tx: Transaction,
  site: SiteRow,
  change: PaymentChange | Refusal,
): Promise<(Done<Payment> & { subject: string }) | Refusal> {
  if (isRefusal(change)) return change
  const { payment, announcements } = change
  return { answer: await toPaymentWire(tx, site, payment), announcements, subject: payment.id }
}

async function known(tx: Transaction, id: string): Promise<PaymentRow> {
  const payment = await tx.payment(id)
  if (payment === undefined) throw new Error(`payment ${id} is gone`)
  return payment
}

/** What a booking waits for, or why it waits for nothing. */
async function bookingPayment(queries: Queries, bookingId: string): Promise<PaymentRow | Refusal> {
  const booking = await queries.booking(bookingId)
  if (booking === undefined) return refuse('not_found')
  return (await openPaymentOf(queries, { bookingId })) ?? refuseMove(booking, 'confirmed')
}

async function lateAnswer(tx: Transaction, site: SiteRow, expiredId: string, payment: PaymentRow): Promise<LateAnswer> {
  const booking = await reread(tx, payment.bookingId ?? expiredId)
  return {
    outcome: booking.id === expiredId ? 'refunded' : 'rebooked',
    booking: toStaffWire(booking, site.timezone),
    payment: await toPaymentWire(tx, site, payment),
  }
}
