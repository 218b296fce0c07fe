import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../session/kiosk-context.ts'
import { useSiteTime } from './site-time.ts'

interface BookingDetailsProps {
  readonly booking: Pick<Booking, 'start' | 'end' | 'plate' | 'price' | 'resource'>
  readonly service: string
  readonly className?: string
}

/** What is booked, point by point. */
export function BookingDetails({ booking, service, className = '' }: BookingDetailsProps) {
  const t = useT()
  const { timezone } = useSite()
  const { timeOf, dayOf } = useSiteTime(timezone)
  return (
    <dl className={`details tabular ${className}`}>
      <Detail name={t('kiosk.detail.plate')}>
        <span className="plate">{booking.plate}</span>
      </Detail>
      <Detail name={t('kiosk.detail.time')}>
        {t('kiosk.detail.span', { start: timeOf(booking.start), end: timeOf(booking.end) })}
      </Detail>
      <Detail name={t('kiosk.detail.day')}>{dayOf(booking.start)}</Detail>
      <Detail name={t('kiosk.detail.bay')}>{booking.resource.label}</Detail>
      <Detail name={t('kiosk.detail.service')}>{service}</Detail>
      <Detail name={t('kiosk.detail.price')}>{formatMoney(booking.price, t.language)}</Detail>
    </dl>
  )
}

function Detail({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="details__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
