import { BayClass } from '../api/fields.ts'
import type { Translator } from '../i18n/translate.ts'
import { factNames, planFacts } from './plan-facts.ts'
import type { TariffBand, TariffPlan } from './tariff-plan.ts'
import { linesPrice, posterWords, ratePrice, type PosterWords } from './tariff-summary.ts'

/** One difference between two plans in words; null where there is nothing on that side. */
export interface PlanChange {
  /** What it is about: classes of bay, a band's name, a rule. */
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** What a person should know before one plan takes the place of another; nothing where they charge alike. */
export function planChanges(before: TariffPlan, after: TariffPlan, currency: string, t: Translator): PlanChange[] {
  const words = posterWords(currency, t)
  return [
    ...rateChanges(before, after, words),
    ...bandChanges(before.bands, after.bands, words),
    ...factChanges(before, after, currency, t),
  ]
}

/** Classes whose prices change alike are told of together. */
function rateChanges(before: TariffPlan, after: TariffPlan, words: PosterWords): PlanChange[] {
  const groups = new Map<string, { classes: BayClass[]; before: string | null; after: string | null }>()
  for (const bayClass of BayClass.options) {
    const [old, now] = [classPrice(before, bayClass, words), classPrice(after, bayClass, words)]
    if (old === now) continue
    const key = JSON.stringify([old, now])
    const group = groups.get(key) ?? { classes: [], before: old, after: now }
    group.classes.push(bayClass)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ classes, ...change }) => ({ what: words.classes(classes), ...change }))
}

function classPrice(plan: TariffPlan, bayClass: BayClass, words: PosterWords): string | null {
  const rate = plan.rates.find(({ bay_classes }) => bay_classes.includes(bayClass))
  return rate === undefined ? null : ratePrice(rate, plan.cap_per, words)
}

/** Bands are told apart by their names; of those with one name, the first stands for the first. */
function bandChanges(before: readonly TariffBand[], after: readonly TariffBand[], words: PosterWords): PlanChange[] {
  const left = [...after]
  const changes: PlanChange[] = []
  for (const band of before) {
    const place = left.findIndex(({ name }) => name === band.name)
    const [successor] = place === -1 ? [] : left.splice(place, 1)
    const [old, now] = [bandWords(band, words), successor === undefined ? null : bandWords(successor, words)]
    if (old !== now) changes.push({ what: band.name, before: old, after: now })
  }
  return [...changes, ...left.map((band) => ({ what: band.name, before: null, after: bandWords(band, words) }))]
}

function bandWords({ from, to, bay_classes: classes, lines }: TariffBand, words: PosterWords): string {
  return words.t('tariff.change.band', { from, to, who: words.classes(classes), price: linesPrice(lines, words) })
}

function factChanges(before: TariffPlan, after: TariffPlan, currency: string, t: Translator): PlanChange[] {
  const [old, now] = [planFacts(before, currency, t), planFacts(after, currency, t)]
  return factNames
    .filter((name) => old[name] !== now[name])
    .map((name) => ({ what: t(`tariff.fact.${name}`), before: old[name], after: now[name] }))
}
