import { parked } from './bays.ts'
import { isOpen, isUntrusted, MINUTE, openPaymentOf, type Booking, type Model } from './park-model.ts'

const HOLD = 5 * MINUTE
const PAY = 15 * MINUTE
export const EXIT_GRACE = 10 * MINUTE
const NO_SHOW = { wash: 20 * MINUTE, parking: 120 * MINUTE }

export const holdDeadline = (at: number) => at + HOLD
export const payDeadline = (at: number) => at + PAY
export const quoteDeadline = (at: number) => at + EXIT_GRACE

/** What happens by itself at a decision: each deadline to the millisecond, and never while nobody vouches for the time. */
export function settle(model: Model): void {
  model.decided = model.now
  if (isUntrusted(model)) return
  for (const booking of model.bookings.values()) {
    const deadline = { held: booking.holdUntil, awaiting_payment: booking.payUntil }[booking.state] ?? null
    if (deadline !== null && deadline <= model.now) {
      booking.state = 'expired'
      closePayment(model, 'booking', booking.id, 'expired')
      model.deadlines += 1
    } else if (booking.state === 'confirmed' && missedAt(model, booking) <= model.now) {
      booking.state = 'no_show'
      if (booking.job !== null) booking.job = 'no_show'
      model.deadlines += 1
    }
  }
  for (const payment of model.payments.values()) {
    if (payment.stay === null || !isOpen(payment) || payment.expires === null || payment.expires > model.now) continue
    payment.state = 'expired'
    model.deadlines += 1
  }
}

/** A car that another kept out of its bay has its time from when that one left, or it got another bay; of its whole time, and it is none. */
function missedAt(model: Model, { kind, bay, baySince, start, end }: Booking): number {
  const inTime = Math.min(end, start + NO_SHOW[kind])
  if (kind === 'wash') return inTime
  const missed = baySince !== null && baySince > start ? Math.max(inTime, baySince + NO_SHOW[kind]) : inTime
  if (parked(model).some((stay) => stay.bay === bay)) return Infinity
  const left = Math.max(start, ...[...model.stays.values()].map((stay) => (stay.bay === bay ? (stay.exited ?? 0) : 0)))
  if (left === start) return missed
  return left >= end ? Infinity : Math.max(missed, left + NO_SHOW[kind])
}

export function closePayment(model: Model, of: 'booking' | 'stay', id: string, to: 'expired' | 'void'): void {
  const payment = openPaymentOf(model, of, id)
  if (payment !== undefined) payment.state = to
}

/** The deadlines that are to come, for whoever wants to stand on one, or one millisecond beside it. */
export function deadlinesOf(model: Model): readonly number[] {
  const ofBookings = [...model.bookings.values()].map((booking) => {
    if (booking.state === 'held') return booking.holdUntil
    if (booking.state === 'awaiting_payment') return booking.payUntil
    return booking.state === 'confirmed' ? missedAt(model, booking) : null
  })
  const ofPayments = [...model.payments.values()].map((one) => (one.stay !== null && isOpen(one) ? one.expires : null))
  const ofQuotes = parked(model).map(({ quote }) => quote?.expires ?? null)
  return [...ofBookings, ...ofPayments, ...ofQuotes].filter(
    (at) => at !== null && at > model.now && at < Infinity,
  ) as number[]
}
