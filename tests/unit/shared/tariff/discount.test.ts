import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Breakdown, type Discount } from '../../../../src-shared/tariff/breakdown.ts'
import { applyDiscount } from '../../../../src-shared/tariff/discount.ts'
import { splitTax } from '../../../../src-shared/tariff/tax.ts'

function priceOf(subtotal: number, rate_bps = 1800, included = true): Breakdown {
  const { total_minor, ...tax } = splitTax(subtotal, { rate_bps, included })
  return {
    lines: [],
    subtotal_minor: subtotal,
    discounts: [],
    tax: { label: 'GST', rate_bps, included, ...tax },
    total_minor,
  }
}

const anyDiscount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ kind: fc.constant('percent_bps' as const), value: fc.integer({ min: 0, max: 10_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), value: fc.integer({ min: 0, max: 1_000_000 }) }),
)
const anyPrice = fc
  .tuple(fc.oneof(fc.nat(1000), fc.nat(2 ** 50)), fc.integer({ min: 0, max: 10_000 }), fc.boolean())
  .map(([subtotal, rate, included]) => priceOf(subtotal, rate, included))

describe('a discount', () => {
  it.each<[string, Discount, boolean, Partial<Breakdown['tax']>, number]>([
    ['10 % of ₹110', { kind: 'percent_bps', value: 1000 }, true, { net_minor: 8390, amount_minor: 1510 }, 9900],
    ['₹20 of ₹110', { kind: 'amount', value: 2000 }, true, { net_minor: 7627, amount_minor: 1373 }, 9000],
    ['more than there is', { kind: 'amount', value: 99_999 }, true, { net_minor: 0, amount_minor: 0 }, 0],
    ['all of it', { kind: 'percent_bps', value: 10_000 }, true, { net_minor: 0, amount_minor: 0 }, 0],
    ['₹20 before tax on top', { kind: 'amount', value: 2000 }, false, { net_minor: 9000, amount_minor: 1620 }, 10_620],
  ])('%s', (_, discount, included, tax, total) => {
    expect(applyDiscount(priceOf(11_000, 1800, included), discount)).toMatchObject({ tax, total_minor: total })
  })

  it('goes on what another has left', () => {
    const half: Discount = { kind: 'percent_bps', value: 5000 }
    const price = applyDiscount(applyDiscount(priceOf(11_000), half), half)
    expect(price.discounts.map(({ amount_minor }) => amount_minor)).toEqual([5500, 2750])
    expect(price.total_minor).toBe(2750)
  })

  it('rounds half a minor unit for the customer', () => {
    expect(applyDiscount(priceOf(5), { kind: 'percent_bps', value: 5000 }).total_minor).toBe(2)
  })

  it('leaves whole minor units that add up, never below 0 and never more than before', () => {
    fc.assert(
      fc.property(anyPrice, fc.array(anyDiscount, { minLength: 1, maxLength: 3 }), (price, discounts) => {
        const reduced = discounts.reduce(applyDiscount, price)
        expect(v.parse(Breakdown, reduced)).toEqual(reduced)
        const off = reduced.discounts.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
        const left = price.subtotal_minor - off
        expect(reduced.tax.net_minor + reduced.tax.amount_minor).toBe(reduced.total_minor)
        expect(reduced.tax.included ? reduced.total_minor : reduced.tax.net_minor).toBe(left)
        expect(reduced.total_minor).toBeLessThanOrEqual(price.total_minor)
      }),
    )
  })
})

describe('tax', () => {
  it.each([
    [118, 1800, true, { net_minor: 100, amount_minor: 18, total_minor: 118 }],
    [1, 10_000, true, { net_minor: 1, amount_minor: 0, total_minor: 1 }],
    [25, 200, false, { net_minor: 25, amount_minor: 1, total_minor: 26 }],
    [24, 200, false, { net_minor: 24, amount_minor: 0, total_minor: 24 }],
    [0, 1800, true, { net_minor: 0, amount_minor: 0, total_minor: 0 }],
    // The product passes 2^53: in floating point, net would be one more.
    [
      4_007_199_254_740_029,
      2000,
      true,
      { net_minor: 3_339_332_712_283_358, amount_minor: 667_866_542_456_671, total_minor: 4_007_199_254_740_029 },
    ],
  ])('on %i at %i bps, included %s', (price, rate_bps, included, expected) => {
    expect(splitTax(price, { rate_bps, included })).toEqual(expected)
  })
})
