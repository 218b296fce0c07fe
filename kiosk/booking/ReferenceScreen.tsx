import { formatMoney } from '../../src-shared/format/money.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { FollowOnPhone } from '../follow/FollowOnPhone.tsx'
import { Countdown } from '../frame/Countdown.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { ClosingLine } from '../idle/ClosingLine.tsx'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { BookingDetails } from './BookingDetails.tsx'
import { useSiteTime } from './site-time.ts'

/** The booking stands: its reference to carry to the counter, and until when to pay there. */
export function ReferenceScreen({ session: { booking } }: { readonly session: SessionAt<'booked'> }) {
  const t = useT()
  const send = useSend()
  const { timezone } = useSite()
  return (
    <Screen
      name="booked"
      title={t('kiosk.booked.title')}
      primary={<PrimaryButton onPress={() => send({ type: 'leave' })}>{t('kiosk.booked.done')}</PrimaryButton>}
    >
      <div className="reference">
        <p className="reference__label">{t('kiosk.booked.reference')}</p>
        <p className="reference__code tabular" data-testid="booking-reference">
          {booking.reference}
        </p>
        <p className="reference__keep">{t('kiosk.booked.keep')}</p>
      </div>
      <PayBy booking={booking} />
      <BookingDetails booking={booking} timezone={timezone} />
      <FollowOnPhone booking={booking} />
      <ClosingLine />
    </Screen>
  )
}

function PayBy({ booking }: { readonly booking: SessionAt<'booked'>['booking'] }) {
  const t = useT()
  const { timezone } = useSite()
  const { timeOf } = useSiteTime(timezone)
  const msLeft = useCountdown(booking.payment_expires_at)
  if (booking.payment_expires_at === null) return null
  if (msLeft === 0) return <p className="pay-by">{t('kiosk.booked.payOver')}</p>
  const price = formatMoney(booking.price, t.language)
  return (
    <div className="pay-by">
      <p className="pay-by__words">{t('kiosk.booked.pay', { price, until: timeOf(booking.payment_expires_at) })}</p>
      <Countdown label={t('kiosk.booked.payLeft')} msLeft={msLeft} />
    </div>
  )
}
