import type { BayClass } from '../api/fields.ts'
import type { Translator } from '../i18n/translate.ts'
import { lengthWords } from '../format/length-words.ts'
import type { TariffBand, TariffLine, TariffPlan, TariffRate } from './tariff-plan.ts'

/** How a poster says things: in one language, with amounts of one currency. */
export interface PosterWords {
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
 */
export function tariffSummary(plan: TariffPlan, currency: string, t: Translator): readonly string[] {
  const words = posterWords(currency, t)
  const paying = plan.rates.filter(({ lines }) => !isFree(lines))
  const shown = paying.length > 0 ? paying : plan.rates
  return [
    ...shown.map((rate) => rateLine(rate, plan.cap_per, words)),
    ...plan.bands.map((band) => bandLine(band, paying, words)),
  ]
}

function rateLine(rate: TariffRate, capPer: TariffPlan['cap_per'], words: PosterWords): string {
  return words.t('tariff.poster.line', { who: words.classes(rate.bay_classes), price: ratePrice(rate, capPer, words) })
}

/** What a rate costs, without the classes that it is for: `₹40 first hour, then ₹10 per 15 min, at most ₹250`. */
export function ratePrice(
  { lines, daily_cap_minor: cap }: Pick<TariffRate, 'lines' | 'daily_cap_minor'>,
  capPer: TariffPlan['cap_per'],
  words: PosterWords,
): string {
  const price = linesPrice(lines, words)
  return cap === null ? price : `${price}, ${words.t(`tariff.poster.cap.${capPer}`, { price: words.money(cap) })}`
}

/** A band names its classes only where it is not for everyone who pays. */
function bandLine(band: TariffBand, paying: readonly TariffRate[], words: PosterWords): string {
  const { t, classes } = words
  const said = { band: band.name, from: band.from, to: band.to, price: linesPrice(band.lines, words) }
  const forAll = paying.every((rate) => rate.bay_classes.every((bayClass) => band.bay_classes.includes(bayClass)))
  return forAll
    ? t('tariff.poster.band', said)
    : t('tariff.poster.bandFor', { ...said, who: classes(band.bay_classes) })
}

/** What lines cost: `₹40 first hour, then ₹10 per 15 min`. */
export function linesPrice(lines: readonly TariffLine[], words: PosterWords): string {
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

function linePrice(line: TariffLine, { t, money, span }: PosterWords): string {
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

export function posterWords(currency: string, t: Translator): PosterWords {
  const { language } = t
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
