import type { Translator } from '../i18n/translate.ts'
import { lengthWords } from '../format/length-words.ts'
import type { TariffPlan } from './tariff-plan.ts'
import { linesPrice, posterWords } from './tariff-summary.ts'

export const factNames = ['entryGrace', 'exitGrace', 'overstay', 'lostTicket', 'tax'] as const
type FactName = (typeof factNames)[number]

/** The rules of a plan besides its prices, each in words. @param currency ISO 4217 */
export function planFacts(plan: TariffPlan, currency: string, t: Translator): Readonly<Record<FactName, string>> {
  const words = posterWords(currency, t)
  const grace = (minutes: number): string => (minutes === 0 ? t('tariff.fact.noGrace') : lengthWords(minutes, t))
  const { label, rate_bps: rate, included } = plan.tax
  const share = new Intl.NumberFormat(t.language, { style: 'percent', maximumFractionDigits: 2 }).format(rate / 10_000)
  return {
    entryGrace: grace(plan.entry_grace_minutes),
    exitGrace: grace(plan.exit_grace_minutes),
    overstay: overstayWords(plan, words),
    lostTicket: t('tariff.fact.atLeast', { price: words.money(plan.lost_ticket_minor) }),
    tax: t(included ? 'tariff.fact.taxIncluded' : 'tariff.fact.taxOnTop', { label, share }),
  }
}

function overstayWords({ overstay }: TariffPlan, words: ReturnType<typeof posterWords>): string {
  const { t, money, span } = words
  switch (overstay.kind) {
    case 'tariff':
      return t('tariff.fact.overstay.tariff')
    case 'surcharge':
      return t('tariff.fact.overstay.surcharge', {
        price: money(overstay.price_minor),
        step: span(overstay.step_minutes),
      })
    case 'lines':
      return linesPrice(overstay.lines, words)
  }
}
