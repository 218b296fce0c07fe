import type { NewBooking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useKiosk } from '../session/kiosk-context.ts'
import { followLink } from './follow-link.ts'
import { QrCode } from './QrCode.tsx'
import { useBookingStatus } from './use-booking-status.ts'

/** The booking for the customer's own phone: to follow it, and where the site takes UPI, to pay for it at once. */
export function FollowOnPhone({ booking }: { readonly booking: Pick<NewBooking, 'id' | 'manage_token'> }) {
  const t = useT()
  const { api } = useKiosk()
  const { status } = useBookingStatus(api, booking.id, booking.manage_token)
  const payment = status?.payment_qr
  return (
    <div className="codes">
      {payment && (
        <Code
          title={t('kiosk.booked.upi')}
          words={t('kiosk.booked.upiWords', { price: formatMoney(payment.amount, t.language) })}
          text={payment.uri}
        />
      )}
      <Code
        title={t('kiosk.booked.follow')}
        words={t('kiosk.booked.followWords')}
        text={followLink(location, booking.id, booking.manage_token)}
      />
    </div>
  )
}

function Code({ title, words, text }: { readonly title: string; readonly words: string; readonly text: string }) {
  return (
    <section className="code">
      <QrCode text={text} name={title} />
      <div className="code__words">
        <h2 className="code__title">{title}</h2>
        <p>{words}</p>
      </div>
    </section>
  )
}
