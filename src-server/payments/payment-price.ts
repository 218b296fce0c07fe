import { parseJson } from '../../src-shared/protocol/parse.ts'
import { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import { applyDiscount } from '../../src-shared/tariff/discount.ts'
import { TariffPlan, type Tax } from '../../src-shared/tariff/tariff-plan.ts'
import { splitTax } from '../../src-shared/tariff/tax.ts'
import type { PaymentRow } from '../store/money-rows.ts'
import type { Queries } from '../store/store.ts'

type TaxRate = Pick<Tax, 'label' | 'rate_bps'>

/** Of a site that has no tariff: nobody has said what tax its prices contain. */
const NO_TAX: TaxRate = { label: '', rate_bps: 0 }

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
async function taxAt(queries: Queries, at: number): Promise<TaxRate> {
  const version = await queries.tariffAt(at)
  return (version && parseJson(TariffPlan, version.plan)?.tax) ?? NO_TAX
}

/**
 * A price without lines, taken apart by a tax rate. It contains its tax even where the tariff adds it on top: what is to
 * be paid is given, and worked out from a net amount it could come out one minor unit off.
 * @param total what the customer pays, in whole minor units
 */
export function plainPrice(total: number, { label, rate_bps }: TaxRate): Breakdown {
  return {
    lines: [],
    subtotal_minor: total,
    discounts: [],
    tax: { label, rate_bps, included: true, ...taxWithin(total, rate_bps) },
    total_minor: total,
  }
}

function taxWithin(total: number, rate_bps: number): Pick<Breakdown['tax'], 'net_minor' | 'amount_minor'> {
  const { net_minor, amount_minor } = splitTax(total, { rate_bps, included: true })
  return { net_minor, amount_minor }
}
