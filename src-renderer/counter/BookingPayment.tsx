import { useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Plate } from '../controls/Plate.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { BreakdownLines } from './BreakdownLines.tsx'
import { DiscountDialog } from './DiscountDialog.tsx'
import { Due } from './Due.tsx'
import { PaidView } from './PaidView.tsx'
import { PayForm } from './PayForm.tsx'
import { usePay, useTakeWords } from './use-pay.ts'
import { useBookingPayment } from './use-booking-payment.ts'

interface BookingPaymentProps {
  readonly booking: Booking
  /** All is paid; the dialog stays for the change and the receipt. */
  readonly onPaid: (payment: Payment) => void
  readonly onClose: () => void
}

/** Money for a booking. The amount is the server's, and the server takes it again from there when money is recorded. */
export function BookingPayment({ booking, onPaid, onClose }: BookingPaymentProps) {
  const { resource, refresh } = useBookingPayment(booking)
  const [answer, setAnswer] = useState<Payment>()
  const known = 'value' in resource ? resource.value : null
  const payment = answer ?? known
  const pay = usePay(payment, (next) => {
    setAnswer(next)
    if (next.state === 'paid') onPaid(next)
  })
  if (answer?.state === 'paid') return <PaidDialog payment={answer} onClose={onClose} />
  return (
    <PayingDialog booking={booking} payment={payment} pay={pay} onPayment={setAnswer} onClose={onClose}>
      {payment === null && (
        <ResourceView resource={resource} onRetry={() => void refresh()}>
          {() => null}
        </ResourceView>
      )}
    </PayingDialog>
  )
}

interface PayingDialogProps {
  readonly booking: Booking
  readonly payment: Payment | null
  readonly pay: ReturnType<typeof usePay>
  readonly onPayment: (payment: Payment) => void
  readonly onClose: () => void
  readonly children: React.ReactNode
}

function PayingDialog({ booking, payment, pay, onPayment, onClose, children }: PayingDialogProps) {
  const t = useT()
  const takeWords = useTakeWords(pay)
  const [isDiscounting, setIsDiscounting] = useState(false)
  return (
    <>
      <Dialog
        title={t('console.pay.title')}
        size="wide"
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button
              look="primary"
              type="submit"
              form="pay"
              busy={pay.task.is === 'busy'}
              aria-disabled={!pay.canSubmit || pay.read.is !== 'right'}
            >
              {takeWords}
            </Button>
          </>
        }
      >
        <div className="exit">
          {children}
          <PayForm id="pay" pay={pay} />
          <div className="exit__price">
            <p className="payment__booking">
              <Plate plate={booking.plate} /> <span>{booking.service?.name ?? booking.resource.label}</span>{' '}
              <span className="tabular">{booking.reference}</span>
            </p>
            {payment?.breakdown != null && (
              <BreakdownLines breakdown={payment.breakdown} currency={payment.gross.currency} payment={payment} />
            )}
            <Due amount={payment?.left ?? booking.price}>
              {booking.payment_expires_at !== null && (
                <Countdown deadline={booking.payment_expires_at} words="console.pay.left" />
              )}
            </Due>
            {payment !== null && (
              <div className="exit__more">
                <Button onClick={() => setIsDiscounting(true)}>{t('counter.discount.title')}</Button>
              </div>
            )}
          </div>
        </div>
      </Dialog>
      {isDiscounting && payment !== null && (
        <DiscountDialog payment={payment} onPayment={onPayment} onClose={() => setIsDiscounting(false)} />
      )}
    </>
  )
}

function PaidDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const t = useT()
  return (
    <Dialog
      title={t('counter.pay.paid')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('console.done')}
        </Button>
      }
    >
      <PaidView payment={payment} />
    </Dialog>
  )
}
