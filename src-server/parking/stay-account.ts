import { isOpen, keptOf, leftOf } from '../payments/payment-ledger.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { Ms, Queries, SiteRow } from '../store/store.ts'
import { priceStay } from '../tariff/price-stay.ts'
import type { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import { tariffById } from './tariff-in-force.ts'

/** What of a stay's price its payments have seen to, in whole minor units: discounts count, money given back does not. */
export function coveredBy(payments: readonly PaymentRow[]): number {
  return payments.reduce((sum, payment) => sum + coveredByOne(payment), 0)
}

function coveredByOne(payment: PaymentRow): number {
  if (isOpen(payment)) return 0
  // Parts of a price that ran out cover what they are, also after some of them went back; its discounts went with it.
  return leftOf(payment) === 0 ? payment.grossMinor - payment.refundedMinor : keptOf(payment)
}

export interface PricedLeaving {
  readonly leftAt: Ms
  readonly lostTicket: boolean
  /** How far the clock may be off, in ms. */
  readonly uncertaintyMs: number
}

export interface StayAccount {
  readonly breakdown: Breakdown
  readonly tariff: string
  /** What is left to pay of it, in whole minor units. */
  readonly leftMinor: number
}

/** What a car owes that leaves at an instant: the price of the stay, less what was paid for it before. */
export async function stayAccount(
  queries: Queries,
  site: SiteRow,
  stay: StayView,
  { leftAt, lostTicket, uncertaintyMs }: PricedLeaving,
): Promise<StayAccount> {
  const { plan, version } = await tariffById(queries, stay.tariffVersionId)
  const breakdown = priceStay({
    plan,
    bayClass: stay.bayClass,
    enteredAt: stay.enteredAt,
    leftAt,
    timezone: site.timezone,
    bookedUntil: stay.bookedUntil ?? undefined,
    uncertaintyMs,
    lostTicket,
    permit: stay.permitId !== null,
  })
  const covered = coveredBy(await queries.paymentsOf({ stayId: stay.id }))
  return { breakdown, tariff: version.name, leftMinor: Math.max(0, breakdown.total_minor - covered) }
}
