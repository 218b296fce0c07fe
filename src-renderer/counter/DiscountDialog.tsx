import { useState } from 'react'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { Field } from '../controls/Field.tsx'
import { AuthoriseDialog } from './AuthoriseDialog.tsx'
import { readDiscount } from './discount-form.ts'

interface DiscountDialogProps {
  readonly payment: Payment
  readonly onPayment: (payment: Payment) => void
  readonly onClose: () => void
}

/** Takes something off: `10%` or an amount, one field for both. */
export function DiscountDialog({ payment, onPayment, onClose }: DiscountDialogProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const off = readDiscount(typed, payment.left)
  return (
    <AuthoriseDialog
      title={t('counter.discount.title')}
      confirm={t('counter.discount.submit')}
      needsPin
      fault={off === undefined ? t('counter.discount.fault') : undefined}
      onConfirm={async (authorised) => {
        if (off === undefined) return
        const body = { ...off, ...authorised }
        onPayment(await api.call('POST /api/v1/payments/{id}/discounts', { params: { id: payment.id }, body }))
      }}
      onClose={onClose}
    >
      <Field label={t('counter.discount.off')} hint={t('counter.discount.offHint')}>
        {(tied) => (
          <input
            {...tied}
            className="input input--money tabular"
            autoComplete="off"
            maxLength={14}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </AuthoriseDialog>
  )
}
