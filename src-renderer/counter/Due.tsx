import type { ReactNode } from 'react'
import { formatMoney, type Money } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** What is to be paid, to be read from across the counter. */
export function Due({ amount, children }: { amount: Money; children?: ReactNode }) {
  const t = useT()
  return (
    <p className="due">
      <span>{t('console.pay.due')}</span>
      <strong className="due__figure tabular">{formatMoney(amount, t.language)}</strong>
      {children}
    </p>
  )
}
