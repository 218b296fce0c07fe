import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** The receipts of a payment, to be handed over. */
export function ReceiptHandOver({ payment }: { payment: Payment }) {
  const t = useT()
  return (
    <ul className="receipts-made" aria-label={t('counter.receipts')}>
      {payment.receipts.map(({ label }) => (
        <li key={label}>
          {t('counter.receipt')} <strong className="tabular">{label}</strong>
        </li>
      ))}
    </ul>
  )
}
