import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney, type Money } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { AuthoriseDialog } from '../counter/AuthoriseDialog.tsx'
import { NoShiftNote } from '../counter/NoShiftNote.tsx'
import { emptyTender, readTender, type TenderForm } from '../counter/tender-form.ts'
import { GivenBackFields } from './GivenBackFields.tsx'

interface RefundDialogProps {
  /** What was paid, less what went back already, and by which method it came. */
  readonly booking: {
    readonly plate: string
    readonly payment_id: string
    readonly paid: { readonly amount: Money; readonly method: string }
  }
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Gives money back, all or a part, by the way it came unless somebody says otherwise; makes a credit note. */
export function RefundDialog({ booking, onDone, onClose }: RefundDialogProps) {
  const t = useT()
  const keyOf = useIdempotencyKey()
  const { amount, method } = booking.paid
  const [form, setForm] = useState<TenderForm>({
    ...emptyTender,
    method: PaymentMethod.options.find((one) => one === method) ?? 'cash',
  })
  // A refund is counted like a card payment: never more than there is.
  const read = readTender({ ...form, method: 'card' }, amount.amount_minor, amount.currency)
  return (
    <AuthoriseDialog
      title={t('counter.refund.title', { plate: booking.plate })}
      confirm={t('counter.refund.submit')}
      look="danger"
      needsPin
      fault={read.is === 'right' ? undefined : t('counter.refund.fault')}
      onConfirm={async (authorised) => {
        if (read.is !== 'right') return
        const { method: _, ...counted } = read.request
        const body = { ...counted, method: form.method, ...authorised }
        const params = { id: booking.payment_id }
        await api.call('POST /api/v1/payments/{id}/refunds', { params, headers: keyOf(body), body })
        const given = formatMoney({ amount_minor: read.pays, currency: amount.currency }, t.language)
        toast.success(t('counter.refund.done', { plate: booking.plate, amount: given }))
        onDone()
      }}
      onClose={onClose}
    >
      <p>{t('counter.refund.lead', { amount: formatMoney(amount, t.language) })}</p>
      <NoShiftNote refused={false} />
      <GivenBackFields form={form} onForm={setForm} most={amount} />
    </AuthoriseDialog>
  )
}
