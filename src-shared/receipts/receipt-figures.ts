import { parseInstant } from '../format/instant.ts'
import { formatMoney } from '../format/money.ts'
import { firstOf, isRightToLeft, languageOf, type LanguageTag } from '../i18n/languages.ts'
import type { ReceiptDocument } from './receipt-document.ts'

/** The language's own way of writing, but in the digits and the calendar that tax offices and every printed font share. */
function onPaper(language: string): string {
  return `${language}-u-ca-gregory-nu-latn`
}

/** An amount as it is printed: `₹250.00`, `-₹50.00`. @param minor whole minor units */
export function printedMoney(minor: number, currency: string, language: string): string {
  return formatMoney({ amount_minor: minor, currency }, onPaper(language))
}

/** A rate as it is printed: `18%`, `12.5%`. @param bps basis points, 1800 for 18 % */
export function printedRate(bps: number, language: string): string {
  return new Intl.NumberFormat(onPaper(language), { style: 'percent', maximumFractionDigits: 2 }).format(bps / 10_000)
}

/**
 * An instant as the clock on the site's wall showed it, with the offset that the text carries: `5 Dec 2025, 16:20:05
 * +05:30`. The zone's rules may have changed since; what was frozen has not.
 * @param instant ISO 8601 with an offset
 */
export function printedInstant(instant: string, language: string): string {
  const match = /^(.*?)(Z|[+-]\d{2}:\d{2})$/.exec(instant)
  const wall = parseInstant(`${match?.[1]}Z`)
  if (match === null || wall === undefined) throw new RangeError(`not an instant with an offset: ${instant}`)
  const format = new Intl.DateTimeFormat(onPaper(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const offset = match[2] === 'Z' ? '+00:00' : match[2]
  if (!isRightToLeft(language)) return `${format.format(wall)} ${offset}`
  // Between marks of direction: else the time and its offset would change places.
  return `${format.format(wall).replace(/\d{2}:\d{2}:\d{2}/, '\u200E$&')} ${offset}\u200E`
}

/** The figures of one receipt as one paper has them. */
export interface ReceiptFigures {
  money(minor: number): string
  rate(bps: number): string
  instant(iso: string): string
}

const leftToRight = '\u200E'

/**
 * How a receipt's figures stand on a paper. Amounts and rates are frozen with the document, to the character, whatever
 * language its words are read in: else a lakh would be grouped in one way on the original and in another on its copy.
 * Only the name of a month is a word.
 * @param chosen the paper's language, where it is not the document's own
 */
export function receiptFigures(
  { currency, language }: Pick<ReceiptDocument, 'currency' | 'language'>,
  chosen: LanguageTag | undefined,
): ReceiptFigures {
  const dates = paperLanguage(language, chosen)
  const isTurned = isRightToLeft(dates) && !isRightToLeft(language)
  // Between marks of direction: else a minus would stand behind its amount.
  const kept = (figure: string) => (isTurned ? `${leftToRight}${figure}${leftToRight}` : figure)
  return {
    money: (minor) => kept(printedMoney(minor, currency, language)),
    rate: (bps) => kept(printedRate(bps, language)),
    instant: (iso) => printedInstant(iso, dates),
  }
}

/**
 * What a paper is written in, as BCP 47: the document's own way of writing a language where that is the one chosen.
 * @param language of the document
 */
export function paperLanguage(language: string, chosen: LanguageTag | undefined): string {
  if (chosen === undefined || firstOf([chosen], [language]) !== undefined) return language
  return new Intl.Locale(languageOf(chosen).locale).baseName
}
