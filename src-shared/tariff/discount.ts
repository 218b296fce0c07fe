import type { Breakdown, Discount } from './breakdown.ts'
import { shareOf, splitTax } from './tax.ts'

/**
 * Takes a discount off a price and works the tax out anew. It reduces the lines' sum: where tax comes on top, the amount
 * before tax. Half a minor unit is rounded in the customer's favour. Several discounts follow one another, each on what the last
 * left; none goes below 0.
 */
export function applyDiscount(breakdown: Breakdown, discount: Discount): Breakdown {
  const left = breakdown.discounts.reduce((rest, { amount_minor }) => rest - amount_minor, breakdown.subtotal_minor)
  const wanted = discount.kind === 'amount' ? discount.value : shareOf(left, discount.value, 10_000)
  const amount = Math.min(left, wanted)
  const { total_minor, ...tax } = splitTax(left - amount, breakdown.tax)
  return Object.freeze({
    ...breakdown,
    discounts: [...breakdown.discounts, { ...discount, amount_minor: amount }],
    tax: { ...breakdown.tax, ...tax },
    total_minor,
  })
}
