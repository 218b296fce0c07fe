import { formatMoney } from '../../src-shared/format/money.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { FollowOnPhone } from '../follow/FollowOnPhone.tsx'
import { PhoneCode } from '../follow/PhoneCode.tsx'
import { useBookingStatus, type BookingStatus } from '../follow/use-booking-status.ts'
import { Countdown } from '../frame/Countdown.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { ClosingLine } from '../idle/ClosingLine.tsx'
import { useKiosk, useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { BookingDetails } from './BookingDetails.tsx'
import { useSiteTime } from './site-time.ts'

/** The booking stands: its reference to carry to the counter, until when to pay there, and codes for a phone. */
export function ReferenceScreen({ session: { booking } }: { readonly session: SessionAt<'booked'> }) {
  const t = useT()
  const send = useSend()
  const { api } = useKiosk()
  const { timezone } = useSite()
  const { status } = useBookingStatus(api, booking.id, booking.manage_token)
  return (
    <Screen
      name="booked"
      title={t('kiosk.booked.title')}
      primary={<PrimaryButton onPress={() => send({ type: 'leave' })}>{t('kiosk.booked.done')}</PrimaryButton>}
    >
      <div className="booked__side">
        <div className="reference">
          <p className="reference__label">{t('kiosk.booked.reference')}</p>
          <p className="reference__code tabular ltr" data-testid="booking-reference">
            {booking.reference}
          </p>
        </div>
        <PayBy booking={status?.booking ?? booking} qr={status?.payment_qr ?? null} />
        <ClosingLine />
      </div>
      <div className="booked__side">
        <BookingDetails booking={booking} timezone={timezone} />
        <FollowOnPhone booking={booking} />
      </div>
    </Screen>
  )
}

interface PayByProps {
  readonly booking: Pick<SessionAt<'booked'>['booking'], 'state' | 'payment_expires_at' | 'price'>
  readonly qr: BookingStatus['payment_qr']
}

/** Until when and how to pay, as the server tells it now: it may have been paid by phone meanwhile. */
function PayBy({ booking: { state, payment_expires_at: until, price }, qr }: PayByProps) {
  const t = useT()
  const { timezone } = useSite()
  const { timeOf } = useSiteTime(timezone)
  const msLeft = useCountdown(until)
  if (state === 'confirmed') return <p className="pay-by pay-by__words">{t('kiosk.booked.paid')}</p>
  if (until === null) return null
  if (msLeft === 0) return <p className="pay-by">{t('kiosk.booked.payOver')}</p>
  const money = formatMoney(price, t.language)
  return (
    <div className="pay-by">
      <p className="pay-by__words">{t('kiosk.booked.pay', { price: money, until: timeOf(until) })}</p>
      <Countdown label={t('kiosk.booked.payLeft')} msLeft={msLeft} />
      {qr !== null && (
        <PhoneCode
          title={t('kiosk.booked.upi')}
          words={t('kiosk.booked.upiWords', { price: formatMoney(qr.amount, t.language) })}
          text={qr.uri}
        />
      )}
    </div>
  )
}
