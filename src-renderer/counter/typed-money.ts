import { currencyDigits, moneyText } from '../../src-shared/format/money-text.ts'

/**
 * An amount as somebody types it, in minor units: `250`, `1,250.50`, `250,5` alike.
 * @returns undefined for what is no amount, or finer than the currency is
 */
export function parseMoney(typed: string, currency: string): number | undefined {
  const digits = currencyDigits(currency)
  const text = typed.replace(/[\s'’]/g, '').replace(/^\p{Sc}/u, '')
  // A single comma or dot before one or two last digits parts the minor units; any before three digits is grouping.
  const match = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:([.,])(\d{1,2}))?$/.exec(text)
  if (match === null) return undefined
  const [, whole = '', point, fraction = ''] = match
  if (fraction.length > digits || (point !== undefined && whole.includes(point))) return undefined
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** The same amount ready to be typed over: `250` or `250.50`. */
export function typedMoney(minor: number, currency: string): string {
  return moneyText(minor, currencyDigits(currency))
}

/** Notes that people hand over, in whole units. */
const notes = [50, 100, 200, 500, 1000, 2000]
const mostNotes = 4

/**
 * What somebody may hand over instead of counting out the sum: the notes that cover it, smallest first, at most four.
 * @param due minor units
 */
export function quickNotes(due: number, currency: string): readonly number[] {
  const unit = 10 ** currencyDigits(currency)
  return notes
    .map((note) => note * unit)
    .filter((note) => note > due)
    .slice(0, mostNotes)
}
