import { formatMoney, type Money } from '../../src-shared/format/money.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'

/** Counted less expected, by sign and in words: a sign alone is overlooked. */
export function varianceWords({ amount_minor: minor, currency }: Money, t: Translator): string {
  if (minor === 0) return t('cash.variance.exact')
  const amount = formatMoney({ amount_minor: Math.abs(minor), currency }, t.language)
  return t(minor > 0 ? 'cash.variance.over' : 'cash.variance.short', { amount })
}
