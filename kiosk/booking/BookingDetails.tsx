import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { classKeys } from '../frame/progress.ts'
import { dateOf } from '../opening/site-day.ts'
import { useSiteTime } from './site-time.ts'

interface BookingDetailsProps {
  readonly booking: Pick<Booking, 'start' | 'end' | 'plate' | 'price' | 'resource' | 'service' | 'bay_class'>
  /** The site's zone. */
  readonly timezone: string
}

/** What is booked, point by point. */
export function BookingDetails({ booking, timezone }: BookingDetailsProps) {
  const t = useT()
  return (
    <dl className="details tabular">
      <Detail name={t('kiosk.detail.plate')}>
        <span className="plate">{booking.plate}</span>
      </Detail>
      <Detail name={t('kiosk.detail.bay')}>{booking.resource.label}</Detail>
      <When booking={booking} timezone={timezone} />
      {booking.service !== null && <Detail name={t('kiosk.detail.service')}>{booking.service.name}</Detail>}
      {booking.bay_class !== null && (
        <Detail name={t('kiosk.detail.bayClass')}>{t(classKeys[booking.bay_class])}</Detail>
      )}
      <Detail name={t('kiosk.detail.price')}>{formatMoney(booking.price, t.language)}</Detail>
    </dl>
  )
}

/** A span within a day with its day; a longer one from its first moment to its last. */
function When({ booking: { start, end }, timezone }: BookingDetailsProps) {
  const t = useT()
  const { timeOf, dayOf } = useSiteTime(timezone)
  const dates = [start, end].map((instant) => dateOf(parseInstant(instant) ?? 0, timezone))
  if (dates[0] !== dates[1]) {
    const moment = (instant: string) => t('kiosk.detail.moment', { day: dayOf(instant), time: timeOf(instant) })
    return (
      <>
        <Detail name={t('kiosk.detail.from')}>{moment(start)}</Detail>
        <Detail name={t('kiosk.detail.to')}>{moment(end)}</Detail>
      </>
    )
  }
  return (
    <>
      <Detail name={t('kiosk.detail.time')}>
        {t('kiosk.detail.span', { start: timeOf(start), end: timeOf(end) })}
      </Detail>
      <Detail name={t('kiosk.detail.day')}>{dayOf(start)}</Detail>
    </>
  )
}

/** A point of what is booked: its name, and what it is. */
export function Detail({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="details__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
