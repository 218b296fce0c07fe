import type { MessageValues, Translator } from '../i18n/translate.ts'
import { lengthWords } from '../format/length-words.ts'
import { formatMoney } from '../format/money.ts'
import type { BreakdownLine } from './breakdown.ts'

/** What a line of a breakdown is for, in the translator's language: `Night 20:00–23:00: Flat price`. */
export function lineWords(line: BreakdownLine, currency: string, t: Translator): string {
  const words = t(line.label.key, labelValues(line.label.values, currency, t))
  const inBand =
    line.band === null ? words : t('tariff.line.inBand', { ...line.band, band: line.band.name, line: words })
  return line.part === 'stay' ? inBand : t('tariff.line.overstay', { line: inBand })
}

function labelValues(values: Readonly<Record<string, number>>, currency: string, t: Translator): MessageValues {
  const said = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (name.endsWith('_minor')) {
      return [name.replace(/_minor$/, ''), formatMoney({ amount_minor: value, currency }, t.language)]
    }
    if (name.endsWith('_minutes')) return [name.replace(/_minutes$/, ''), lengthWords(value, t)]
    return [name, value]
  })
  return Object.fromEntries(said)
}
