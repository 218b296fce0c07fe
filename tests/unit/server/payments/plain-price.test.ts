import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainPrice } from '../../../../src-server/payments/payment-price.ts'
import { applyDiscount } from '../../../../src-shared/tariff/discount.ts'

const anyTax = fc.record({
  label: fc.constant('GST'),
  rate_bps: fc.integer({ min: 0, max: 10_000 }),
})
const anyTotal = fc.integer({ min: 0, max: 100_000_000 })

describe('a price without lines', () => {
  it('of a wash at 18 % contains its tax', () => {
    expect(plainPrice(25_000, { label: 'GST', rate_bps: 1_800 })).toEqual({
      lines: [],
      subtotal_minor: 25_000,
      discounts: [],
      tax: { label: 'GST', rate_bps: 1_800, included: true, net_minor: 21_186, amount_minor: 3_814 },
      total_minor: 25_000,
    })
  })

  it('is net and tax to the minor unit, whatever the rate', () => {
    fc.assert(
      fc.property(anyTotal, anyTax, (total, tax) => {
        const price = plainPrice(total, tax)
        expect(price.tax.net_minor + price.tax.amount_minor).toBe(total)
        expect(price.subtotal_minor).toBe(total)
        expect(price.tax.amount_minor).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is never more after a discount than before, and never below nothing', () => {
    fc.assert(
      fc.property(anyTotal, anyTax, fc.integer({ min: 0, max: 10_000 }), (total, tax, value) => {
        const { total_minor } = applyDiscount(plainPrice(total, tax), { kind: 'percent_bps', value })
        expect(total_minor).toBeGreaterThanOrEqual(0)
        expect(total_minor).toBeLessThanOrEqual(total)
      }),
    )
  })
})
