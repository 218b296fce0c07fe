import type { Tax } from './tariff-plan.ts'

/** An amount taken apart: net + amount = total, exactly. Whole minor units. */
export interface TaxSplit {
  readonly net_minor: number
  readonly amount_minor: number
  readonly total_minor: number
}

/**
 * Tax on a price. Included: net = price ÷ (1 + rate), and the tax is the rest. Not included: tax = price × rate, on top.
 * The one division is rounded to the nearest minor unit, half a unit up; it is done once, on the whole price, never by line.
 * @param price whole minor units, not negative
 */
export function splitTax(price: number, { rate_bps: rate, included }: Pick<Tax, 'rate_bps' | 'included'>): TaxSplit {
  if (included) {
    const net = shareOf(price, 10_000, 10_000 + rate)
    return { net_minor: net, amount_minor: price - net, total_minor: price }
  }
  const amount = shareOf(price, rate, 10_000)
  return { net_minor: price, amount_minor: amount, total_minor: price + amount }
}

/** amount × part ÷ whole to the nearest integer, half up; in big integers, because the product may pass 2^53. */
export function shareOf(amount: number, part: number, whole: number): number {
  const [a, p, w] = [BigInt(amount), BigInt(part), BigInt(whole)]
  return Number((2n * a * p + w) / (2n * w))
}
