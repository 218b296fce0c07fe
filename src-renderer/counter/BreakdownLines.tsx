import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import type { Breakdown } from '../../src-shared/tariff/breakdown.ts'
import { lineWords } from '../../src-shared/tariff/line-words.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

interface BreakdownLinesProps {
  readonly breakdown: Breakdown
  readonly currency: string
  /** What is open of that price; what it was less before is paid already, as by a booking. */
  readonly payment: Payment | null
}

/** How the price came about, line by line, with what was paid before and what was taken off. */
export function BreakdownLines({ breakdown, currency, payment }: BreakdownLinesProps) {
  const t = useT()
  const money = (amount: number) => formatMoney({ amount_minor: amount, currency }, t.language)
  const before = payment === null ? 0 : breakdown.total_minor - payment.gross.amount_minor
  return (
    <dl className="lines" aria-label={t('counter.lines')}>
      {breakdown.lines.map((line, index) => (
        // Lines have no identity but their place in the price.
        <Line key={index} words={lineWords(line, currency, t)} amount={money(line.amount_minor)} />
      ))}
      {before > 0 && <Line words={t('counter.paidBefore')} amount={money(-before)} />}
      {payment?.discounts.map((discount, index) => (
        <Line
          key={`discount-${index}`}
          words={t('counter.discountLine', { reason: discount.reason })}
          amount={money(-discount.amount.amount_minor)}
        />
      ))}
    </dl>
  )
}

function Line({ words, amount }: { words: string; amount: string }) {
  return (
    <div className="lines__line">
      <dt>{words}</dt>
      <dd className="tabular">{amount}</dd>
    </div>
  )
}
