import fc from 'fast-check'
import { expect, it } from 'vitest'
import { currencyDigits, moneyText, parseMoneyText } from '../../../src-shared/format/money-text.ts'

it.each([
  ['40', 2, 4000],
  ['40.5', 2, 4050],
  [' 40,50 ', 2, 4050],
  ['0', 2, 0],
  ['40.505', 2, undefined],
  ['1,500', 2, undefined],
  ['1,500', 3, 1500],
  ['200', 0, 200],
  ['200.0', 0, undefined],
  ['-1', 2, undefined],
  ['', 2, undefined],
  ['1e3', 2, undefined],
  ['1000000', 2, 100_000_000],
  ['1000000.01', 2, undefined],
])('%j with %s digits is %s', (text, digits, minor) => {
  expect(parseMoneyText(text, digits)).toBe(minor)
})

it('reads back what it writes, in every currency', () => {
  const amounts = fc.tuple(fc.nat(100_000_000), fc.constantFrom('INR', 'JPY', 'KWD'))
  fc.assert(
    fc.property(amounts, ([minor, currency]) => {
      const digits = currencyDigits(currency)
      expect(parseMoneyText(moneyText(minor, digits), digits)).toBe(minor)
    }),
  )
})
