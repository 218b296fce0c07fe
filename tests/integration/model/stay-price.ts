import { EXIT_GRACE } from './deadlines.ts'
import { DAY, HOUR, isOpen, keptOf, MINUTE, paymentsOf, type Model, type Stay } from './park-model.ts'

/** The first tariff of a site: 200 for each started hour, at most 2000 for each 24 hours. */
export function hourly(ms: number): number {
  const days = Math.floor(ms / DAY)
  return days * 2000 + Math.min(2000, Math.ceil((ms - days * DAY) / HOUR) * 200)
}

/** What a stay costs that ends at an instant, for a machine whose clock may be off by two seconds. */
export function stayPrice({ entered, bookedUntil, lost }: Stay, at: number, doubt = 2000): number {
  const until = Math.max(entered, at - doubt)
  const covered = bookedUntil === null ? entered : Math.max(entered, Math.min(until, bookedUntil + EXIT_GRACE))
  const isGrace = bookedUntil === null && until - entered <= 10 * MINUTE
  const price = isGrace ? 0 : hourly(until - covered)
  return lost ? Math.max(2000, price) : price
}

/** What was paid for a stay; discounts count as paid, refunds do not. */
export function coveredOf(model: Model, stay: Stay): number {
  const covered = paymentsOf(model, 'stay', stay.id).map((payment) => {
    if (payment.whole) return payment.gross - payment.refunded
    return isOpen(payment) ? 0 : keptOf(payment)
  })
  return covered.reduce((sum, one) => sum + one, 0)
}

/** What is left of a stay's price after what was paid for it before. */
export function stayLeft(model: Model, stay: Stay, at: number, doubt?: number): number {
  return Math.max(0, stayPrice(stay, at, doubt) - coveredOf(model, stay))
}
