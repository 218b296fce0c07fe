import { parseJson } from '../../src-shared/protocol/parse.ts'
import { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import { applyDiscount } from '../../src-shared/tariff/discount.ts'
import { TariffPlan, type Tax } from '../../src-shared/tariff/tariff-plan.ts'
import { shareOf } from '../../src-shared/tariff/tax.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Queries } from '../store/store.ts'

/** Of a site that has no tariff: nobody has said what tax its prices contain. */
const NO_TAX: Tax = { label: '', rate_bps: 0, included: true }

/** How the price of a payment came about, without its discounts. Its lines are empty where the price is simply a price. */
export async function grossPrice(queries: Queries, payment: PaymentRow): Promise<Breakdown> {
  const quote = payment.quoteId === null ? undefined : await queries.quote(payment.quoteId)
  if (quote === undefined) return plainPrice(payment.grossMinor, await taxAt(queries, payment.createdAt))
  const frozen = parseJson(Breakdown, quote.breakdown)
  if (frozen === undefined) throw new Error(`the breakdown of quote ${quote.id} is not of its form`)
  // Where only a part of the quote is asked for, because the rest was paid before, its lines do not add up to it.
  return frozen.total_minor === payment.grossMinor ? frozen : plainPrice(payment.grossMinor, frozen.tax)
}

/** How the price of a payment came about, with the discounts given on it. */
export async function priceOf(queries: Queries, payment: PaymentRow): Promise<Breakdown> {
  const discounts = await queries.discountsOf(payment.id)
  return discounts.reduce<Breakdown>(applyDiscount, await grossPrice(queries, payment))
}

/** The price of a wash contains the tax of the tariff in force, whatever that tariff says of parking prices. */
async function taxAt(queries: Queries, at: number): Promise<Tax> {
  const version = await queries.tariffAt(at)
  const plan = version && parseJson(TariffPlan, version.plan)
  return plan === undefined ? NO_TAX : { ...plan.tax, included: true }
}

/** A price without lines, taken apart by a tax rule. @param total what the customer pays, in whole minor units */
export function plainPrice(total: number, { label, rate_bps, included }: Tax): Breakdown {
  const net = shareOf(total, 10_000, 10_000 + rate_bps)
  return {
    lines: [],
    subtotal_minor: included ? total : net,
    discounts: [],
    tax: { label, rate_bps, included, net_minor: net, amount_minor: total - net },
    total_minor: total,
  }
}
