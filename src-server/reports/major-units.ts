import { currencyDigits } from '../../src-shared/format/money-text.ts'

/** Whole minor units as a number that a spreadsheet reads, without rounding: 123456 INR is `1234.56`. */
export function majorUnits(minor: number, currency: string): string {
  const decimals = currencyDigits(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
