import { parseMoney } from '../counter/typed-money.ts'

export interface Denomination {
  readonly minor: number
  readonly kind: 'note' | 'coin'
}

interface Series {
  /** In whole units of the currency. */
  readonly notes: readonly number[]
  readonly coins: readonly number[]
  /** In hundredths, where the currency has them. */
  readonly cents: readonly number[]
}

/** What is in hand in India since 2023; a note of 2000 may still come, and is typed into the sum. */
const rupees: Series = { notes: [500, 200, 100, 50, 20, 10], coins: [20, 10, 5, 2, 1], cents: [] }
const anyUnit: Series = { notes: [100, 50, 20, 10, 5], coins: [2, 1], cents: [50, 20, 10, 5, 2, 1] }
/** For a currency without a minor unit, as the yen: its unit is small. */
const smallUnit: Series = { notes: [10_000, 5_000, 2_000, 1_000], coins: [500, 100, 50, 10, 5, 1], cents: [] }

/** The notes and coins of a currency, the greatest first. @param currency ISO 4217 */
export function denominationsOf(currency: string): readonly Denomination[] {
  const unit = parseMoney('1', currency) ?? 1
  const { notes, coins, cents } = currency === 'INR' ? rupees : unit === 1 ? smallUnit : anyUnit
  return [
    ...notes.map((whole) => ({ minor: whole * unit, kind: 'note' as const })),
    ...coins.map((whole) => ({ minor: whole * unit, kind: 'coin' as const })),
    ...cents.map((hundredths) => ({ minor: (hundredths * unit) / 100, kind: 'coin' as const })),
  ]
}

/** How many there are of each, as typed, by {@link keyOf}. */
export type Counts = Readonly<Record<string, string>>

/** What stands on it: `₹500`, `€0.50`. */
export function faceValue({ minor }: Denomination, currency: string, language: string): string {
  const unit = parseMoney('1', currency) ?? 1
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  })
  return format.format(minor / unit)
}

export function keyOf({ kind, minor }: Denomination): string {
  return `${kind} ${minor}`
}

/** What the counted notes and coins come to, in minor units; undefined where a number is none. */
export function sumOf(counts: Counts, denominations: readonly Denomination[]): number | undefined {
  let sum = 0
  for (const denomination of denominations) {
    const typed = (counts[keyOf(denomination)] ?? '').trim()
    if (!/^\d{0,6}$/.test(typed)) return undefined
    sum += Number(typed) * denomination.minor
  }
  return sum
}
