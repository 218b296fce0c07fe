import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { methodWord } from '../bookings/method-word.ts'

/** The parts that are paid already, where a customer splits. */
export function TakenSoFar({ payment }: { payment: Payment }) {
  const t = useT()
  if (payment.tenders.length === 0) return null
  return (
    <ul className="taken" aria-label={t('counter.pay.taken')}>
      {payment.tenders.map(({ id, method, amount }) => (
        <li key={id} className="tabular">
          {t('counter.pay.takenLine', { method: methodWord(method, t), amount: formatMoney(amount, t.language) })}
        </li>
      ))}
      <li className="taken__left tabular">
        {t('counter.pay.stillLeft', { amount: formatMoney(payment.left, t.language) })}
      </li>
    </ul>
  )
}
