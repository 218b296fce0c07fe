import type { BayClass } from '../../src-shared/api/fields.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import { createTranslator, type Translator } from '../../src-shared/i18n/translate.ts'
import { lengthWords } from '../../src-shared/tariff/line-words.ts'
import type { TariffBand, TariffLine, TariffPlan, TariffRate } from '../../src-shared/tariff/tariff-plan.ts'

/** How a poster says things: in one language, with amounts of one currency. */
interface Words {
  readonly t: Translator
  readonly money: (minor: number) => string
  /** `hour`, `2 hours`, `15 min`, as after "per" and "first". */
  readonly span: (minutes: number) => string
  readonly classes: (bayClasses: readonly BayClass[]) => string
}

/**
 * A tariff as a poster says it, one line for each rate and each band: `Car: ₹40 first hour, then ₹10 per 15 min, at
 * most ₹250`. Classes that pay nothing are left out, unless all do.
 * @param currency ISO 4217
 * @param language BCP 47; where its words are missing, English ones
 */
export function tariffSummary(plan: TariffPlan, currency: string, language: string): readonly string[] {
  const words = posterWords(currency, language)
  const paying = plan.rates.filter(({ lines }) => !isFree(lines))
  const shown = paying.length > 0 ? paying : plan.rates
  return [
    ...shown.map((rate) => rateLine(rate, plan.cap_per, words)),
    ...plan.bands.map((band) => bandLine(band, paying, words)),
  ]
}

function rateLine(rate: TariffRate, capPer: TariffPlan['cap_per'], words: Words): string {
  const parts = [linesPrice(rate.lines, words)]
  const { t, money, classes } = words
  const cap = rate.daily_cap_minor
  if (cap !== null) parts.push(t(`tariff.poster.cap.${capPer}`, { price: money(cap) }))
  return t('tariff.poster.line', { who: classes(rate.bay_classes), price: parts.join(', ') })
}

/** A band names its classes only where it is not for everyone who pays. */
function bandLine(band: TariffBand, paying: readonly TariffRate[], words: Words): string {
  const { t, classes } = words
  const said = { band: band.name, from: band.from, to: band.to, price: linesPrice(band.lines, words) }
  const forAll = paying.every((rate) => rate.bay_classes.every((bayClass) => band.bay_classes.includes(bayClass)))
  return forAll
    ? t('tariff.poster.band', said)
    : t('tariff.poster.bandFor', { ...said, who: classes(band.bay_classes) })
}

function linesPrice(lines: readonly TariffLine[], words: Words): string {
  const { t, money } = words
  if (isFree(lines)) return t('tariff.poster.free')
  const [only, ...others] = lines
  if (only !== undefined && others.length === 0 && only.kind !== 'incrementing') return money(only.price_minor)
  return lines
    .map((line, index) => {
      const price = linePrice(line, words)
      return index === 0 ? price : t('tariff.poster.then', { price })
    })
    .join(', ')
}

function linePrice(line: TariffLine, { t, money, span }: Words): string {
  const price = money(line.price_minor)
  const { from_minute: start, to_minute: end } = line
  const until = end === null ? '' : lengthWords(end, t)
  if (line.kind === 'incrementing') {
    const isOneStep = start === 0 && end === line.step_minutes
    if (isOneStep) return t('tariff.poster.first', { price, until: span(end) })
    const step = span(line.step_minutes)
    return end === null ? t('tariff.poster.per', { price, step }) : t('tariff.poster.perUntil', { price, step, until })
  }
  if (line.kind === 'tiered') {
    return end === null ? t('tariff.poster.tierOpen', { price }) : t('tariff.poster.tier', { price, until })
  }
  if (end === null) return t('tariff.poster.flatOpen', { price })
  return start === 0
    ? t('tariff.poster.first', { price, until: span(end) })
    : t('tariff.poster.flatUntil', { price, until })
}

function isFree(lines: readonly TariffLine[]): boolean {
  return lines.every(({ price_minor }) => price_minor === 0)
}

function posterWords(currency: string, language: string): Words {
  const t = createTranslator(language, english)
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' })
  return {
    t,
    money: (minor) => format.format(minor / 10 ** digits),
    span: (minutes) => (minutes % 60 === 0 ? t('tariff.span.hours', { count: minutes / 60 }) : lengthWords(minutes, t)),
    classes: (bayClasses) => list.format(bayClasses.map((bayClass) => t(`tariff.class.${bayClass}`))),
  }
}
