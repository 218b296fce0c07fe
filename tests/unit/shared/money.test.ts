import { describe, expect, it } from 'vitest'
import { formatMoney } from '../../../src-shared/format/money.ts'

describe('formatMoney', () => {
  it.each([
    [{ amount_minor: 25_000, currency: 'INR' }, 'en', '₹250.00'],
    [{ amount_minor: 1, currency: 'INR' }, 'en', '₹0.01'],
    [{ amount_minor: 0, currency: 'EUR' }, 'en', '€0.00'],
    [{ amount_minor: -250, currency: 'EUR' }, 'en', '-€2.50'],
    [{ amount_minor: -0, currency: 'EUR' }, 'en', '€0.00'],
    [{ amount_minor: 123_456_789, currency: 'INR' }, 'en-IN', '₹12,34,567.89'],
    [{ amount_minor: 500, currency: 'JPY' }, 'en', '¥500'],
    [{ amount_minor: 1500, currency: 'BHD' }, 'en', 'BHD 1.500'],
    [{ amount_minor: 9_007_199_254_741, currency: 'USD' }, 'en', '$90,071,992,547.41'],
  ])('writes %o in %s as %s', (money, language, text) => {
    expect(formatMoney(money, language).replaceAll('\u00a0', ' ')).toBe(text)
  })

  it('knows no currency that has not three letters', () => {
    expect(() => formatMoney({ amount_minor: 1, currency: 'RUPEES' }, 'en')).toThrow(RangeError)
  })
})
