import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { QrImage } from '../controls/QrImage.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'

/** The code that the customer's own app pays by, over exactly what is left. */
export function UpiQr({ payment }: { payment: Payment }) {
  const t = useT()
  const { resource, refresh } = useResource({
    key: `qr ${payment.id} ${payment.left.amount_minor}`,
    load: () => api.call('GET /api/v1/payments/{id}/qr', { params: { id: payment.id } }),
  })
  // A site without a UPI id still takes UPI by the customer's own means; only the reference counts.
  if (resource.is === 'failed' && resource.failure.code === 'no_upi') {
    return <p className="note">{t('counter.pay.noQr')}</p>
  }
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()}>
      {({ qr_svg: svg, amount }) => (
        <figure className="upi">
          <QrImage className="upi__qr" size={200} alt={t('counter.pay.qr')} svg={svg} />
          <figcaption>{t('counter.pay.qrText', { amount: formatMoney(amount, t.language) })}</figcaption>
        </figure>
      )}
    </ResourceView>
  )
}
