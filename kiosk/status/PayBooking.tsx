import { useEffect } from 'react'
import { formatMoney } from '../../src-shared/format/money.ts'
import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { QrCode } from '../follow/QrCode.tsx'
import type { BookingStatus } from '../follow/use-booking-status.ts'
import { Countdown } from '../frame/Countdown.tsx'

/** The server lets what is overdue go within a second, so that the next answer has it. */
const ASK_AGAIN_MS = 2500

interface PayBookingProps {
  readonly status: BookingStatus
  /** The time to pay has surely run out; the server is to be asked how it stands. */
  readonly onOver: () => void
}

/** What is left of the time to pay, and where the site takes UPI, how to pay right here. */
export function PayBooking({ status: { booking, payment_qr: payment }, onOver }: PayBookingProps) {
  const t = useT()
  const msLeft = useCountdown(booking.payment_expires_at)
  const isOver = msLeft === 0
  useEffect(() => {
    if (!isOver) return
    onOver()
    return browserTimers.after(ASK_AGAIN_MS, onOver)
  }, [isOver, onOver])
  if (isOver) return <p className="status__lead">{t('status.pay.over')}</p>
  return (
    <section className="status__pay">
      {booking.payment_expires_at !== null && <Countdown label={t('status.pay.left')} msLeft={msLeft} />}
      {payment?.uri.startsWith('upi:') === true && (
        <>
          <a className="button button--primary status__app" href={payment.uri}>
            {t('status.pay.app', { price: formatMoney(payment.amount, t.language) })}
          </a>
          <p>{t('status.pay.qr')}</p>
          <QrCode text={payment.uri} name={t('kiosk.booked.upi')} />
        </>
      )}
    </section>
  )
}
