/** An amount in whole minor units (paise, cents) of an ISO 4217 currency. */
export interface Money {
  readonly amount_minor: number
  readonly currency: string
}

/** An amount as on a note or a button, its minor units only where there are some: `₹500`, `₹2.50`. */
export function formatShortMoney(money: Money, language: string): string {
  const style = { style: 'currency', currency: money.currency } as const
  const format = new Intl.NumberFormat(language, { ...style, trailingZeroDisplay: 'stripIfInteger' })
  return format.format(money.amount_minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** How a person reads an amount, by the language's own rules: `₹250.00`, `€2.50`. */
export function formatMoney(money: Money, language: string): string {
  // Nothing taken off is nothing, never a negative nothing.
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: money.currency,
    signDisplay: 'negative',
  })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(money.amount_minor / 10 ** digits)
}
