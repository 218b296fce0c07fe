import { lengthWords } from '../../src-shared/format/length-words.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'

interface Use {
  readonly busy_ms: number
  readonly capacity_ms: number
}

/** How full, in whole percent; 0 where there were no bays. */
export function percentOf({ busy_ms, capacity_ms }: Use): number {
  return capacity_ms === 0 ? 0 : Math.round((busy_ms * 100) / capacity_ms)
}

/** An hour of the day: `09:00`. */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** An average length, to the nearest minute: `1 h 50 min`. @param ms milliseconds */
export function averageLength(ms: number, t: Translator): string {
  return lengthWords(Math.round(ms / 60_000), t)
}

/** Writes amounts of one currency. */
export function moneyIn(currency: string, t: Translator): (minor: number) => string {
  return (amount_minor) => formatMoney({ amount_minor, currency }, t.language)
}

/** Money shortly, for an axis: `₹12K`. */
export function shortMoneyIn(currency: string, t: Translator): (minor: number) => string {
  const format = new Intl.NumberFormat(t.language, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  })
  const digits =
    new Intl.NumberFormat(t.language, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (minor) => format.format(minor / 10 ** digits)
}

/** The row with the most of something; undefined where there is nothing of it. */
export function mostOf<Row>(rows: readonly Row[], measure: (row: Row) => number): Row | undefined {
  const most = rows.reduce<Row | undefined>(
    (best, row) => (best === undefined || measure(row) > measure(best) ? row : best),
    undefined,
  )
  return most === undefined || measure(most) <= 0 ? undefined : most
}

/** A figure in words; a dash where there is none. */
export function told(value: number | undefined, words: (value: number) => string): string {
  return value === undefined ? '–' : words(value)
}
