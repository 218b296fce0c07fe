import { useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { PaymentMethod as PaymentMethods, type PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Plate } from '../controls/Plate.tsx'

interface PaymentDialogProps {
  readonly booking: Booking
  /** Records the payment and ends when the server has. */
  readonly onPay: (method: PaymentMethod) => Promise<void>
  readonly onClose: () => void
}

/** The amount is the server's, from the booking; the server takes it again from there when the payment is recorded. */
export function PaymentDialog({ booking, onPay, onClose }: PaymentDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [method, setMethod] = useState<PaymentMethod>('cash')
  const canSubmit = useServerTimeSelector((state) => state.canSubmit)
  const amount = formatMoney(booking.price, t.language)
  const pay = async () => {
    await onPay(method)
    onClose()
  }
  return (
    <Dialog
      title={t('console.pay.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} aria-disabled={!canSubmit} onClick={() => void run(pay)}>
            {t('console.pay.submit', { amount })}
          </Button>
        </>
      }
    >
      <div className="payment">
        <p className="payment__booking">
          <Plate plate={booking.plate} /> <span>{booking.service?.name}</span> <span>{booking.reference}</span>
        </p>
        <p className="payment__amount">
          <span className="payment__due">{t('console.pay.due')}</span>
          <strong className="payment__figure tabular">{amount}</strong>
          {booking.payment_expires_at !== null && (
            <Countdown deadline={booking.payment_expires_at} words="console.pay.left" />
          )}
        </p>
        <fieldset className="choices choices--row">
          <legend className="field__label">{t('console.pay.method')}</legend>
          {PaymentMethods.options.map((choice) => (
            <label className="choice" key={choice}>
              <input type="radio" name="method" checked={method === choice} onChange={() => setMethod(choice)} />
              <span>{t(`console.method.${choice}`)}</span>
            </label>
          ))}
        </fieldset>
        {!canSubmit && <p className="note note--warning">{t('console.notReady')}</p>}
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </div>
    </Dialog>
  )
}
