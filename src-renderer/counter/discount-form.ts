import type { Money } from '../../src-shared/format/money.ts'
import { parseMoney } from './typed-money.ts'

export type TypedDiscount = { readonly percent_bps: number } | { readonly off_minor: number }

/**
 * A discount as it is typed: `10%`, `12.5 %`, or an amount such as `50`.
 * @param left what is still to be paid, which no amount may pass
 * @returns undefined for what is no discount: nothing, more than all, finer than a hundredth of a percent
 */
export function readDiscount(typed: string, left: Money): TypedDiscount | undefined {
  const percent = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/.exec(typed.trim())
  if (percent !== null) {
    const bps = Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0'))
    return bps >= 1 && bps <= 10_000 ? { percent_bps: bps } : undefined
  }
  const off = parseMoney(typed, left.currency)
  return off !== undefined && off >= 1 && off <= left.amount_minor ? { off_minor: off } : undefined
}
