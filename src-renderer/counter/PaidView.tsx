import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ReceiptHandOver } from './ReceiptHandOver.tsx'

/** Paid: the change to give, large, and the receipt. */
export function PaidView({ payment }: { payment: Payment }) {
  const t = useT()
  const change = payment.tenders.map((tender) => tender.change?.amount_minor ?? 0).reduce((sum, one) => sum + one, 0)
  const { currency } = payment.paid
  return (
    <div className="paid">
      <p role="status">{t('counter.pay.done', { amount: formatMoney(payment.paid, t.language) })}</p>
      {change > 0 && (
        <p className="due">
          <span>{t('counter.pay.giveChange')}</span>
          <strong className="due__figure tabular">{formatMoney({ amount_minor: change, currency }, t.language)}</strong>
        </p>
      )}
      <ReceiptHandOver payment={payment} />
    </div>
  )
}
