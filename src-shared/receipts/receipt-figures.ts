import { parseInstant } from '../format/instant.ts'
import { formatMoney } from '../format/money.ts'

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
  return `${format.format(wall)} ${match[2] === 'Z' ? '+00:00' : match[2]}`
}
