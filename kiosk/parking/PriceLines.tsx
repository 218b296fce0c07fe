import type { Quote } from '../../src-shared/api/parking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { lineWords } from '../../src-shared/tariff/line-words.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** What a stay costs and how that comes about, line by line. */
export function PriceLines({ quote: { amount, breakdown } }: { readonly quote: Quote }) {
  const t = useT()
  const { currency } = amount
  const money = (minor: number) => formatMoney({ amount_minor: minor, currency }, t.language)
  const { lines, tax } = breakdown
  const taxWords = {
    tax: tax.label,
    rate: new Intl.NumberFormat(t.language, { style: 'percent', maximumFractionDigits: 2 }).format(
      tax.rate_bps / 10_000,
    ),
  }
  return (
    <section className="price" aria-label={t('kiosk.bay.priceOf')}>
      <ul className="price__lines tabular">
        {lines.map((line) => (
          <li key={`${line.label.key} ${line.from}`} className="price__line">
            <span>{lineWords(line, currency, t)}</span>
            <span>{money(line.amount_minor)}</span>
          </li>
        ))}
        {tax.rate_bps > 0 && !tax.included && (
          <li className="price__line">
            <span>{t('kiosk.bay.taxOnTop', taxWords)}</span>
            <span>{money(tax.amount_minor)}</span>
          </li>
        )}
      </ul>
      <p className="price__total tabular">
        <span>{t('kiosk.bay.price')}</span>
        <strong>{amount.amount_minor === 0 ? t('kiosk.leave.free') : money(amount.amount_minor)}</strong>
      </p>
      {tax.rate_bps > 0 && tax.included && <p className="price__tax">{t('kiosk.bay.taxIncluded', taxWords)}</p>}
    </section>
  )
}
