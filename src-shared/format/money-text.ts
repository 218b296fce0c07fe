/** How many digits a currency's minor unit has: 2 for INR and EUR, 0 for JPY, 3 for KWD. @param currency ISO 4217 */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** The most that anybody types: what the wire takes as one price. */
const MOST_MINOR = 100_000_000

/**
 * Reads an amount as a person types it, strictly: digits, and after a point or a comma at most as many as the currency
 * has. Grouped thousands, signs and more digits are refused, because `1,500` may mean either of two amounts.
 * @returns whole minor units, or undefined
 */
export function parseMoneyText(text: string, digits: number): number | undefined {
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim())
  const [, whole = '', fraction = ''] = match ?? []
  if (match === null || fraction.length > digits) return undefined
  const minor = Number(whole + fraction.padEnd(digits, '0'))
  return minor <= MOST_MINOR ? minor : undefined
}

/** An amount as it stands in a field: `40`, `2.50`. What `parseMoneyText` reads back. @param minor not negative */
export function moneyText(minor: number, digits: number): string {
  const text = String(minor).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const fraction = text.slice(text.length - digits)
  return /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`
}
