import type { Site } from '../../src-shared/api/site-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useServerTime } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { BookingDetails } from '../booking/BookingDetails.tsx'
import { useSiteTime } from '../booking/site-time.ts'
import { useBookingStatus, type BookingStatus } from '../follow/use-booking-status.ts'
import { Busy } from '../frame/Busy.tsx'
import type { KioskApi } from '../session/kiosk-api.ts'
import type { Failure } from '../session/session.ts'
import { CancelBooking } from './CancelBooking.tsx'
import { GonePage } from './GonePage.tsx'
import { OfflineNote } from './OfflineNote.tsx'
import { PayBooking } from './PayBooking.tsx'
import { mayCancel, standingOf, toneOf, type Standing } from './standing.ts'
import { StatusScreen } from './StatusScreen.tsx'

interface BookingPageProps {
  readonly api: KioskApi
  readonly id: string
  readonly token: string
  readonly site: Site | undefined
}

/** The server knows no booking under this link. */
const gone: readonly (Failure | undefined)[] = ['not_found', 'unauthenticated', 'forbidden']

/** A booking on its customer's own phone: how it stands, until when to pay, and how the wash goes. */
export function BookingPage({ api, id, token, site }: BookingPageProps) {
  const t = useT()
  const { status, failure, ask } = useBookingStatus(api, id, token)
  const timezone = site?.timezone ?? 'UTC'
  if (gone.includes(failure)) return <GonePage />
  const note = <OfflineNote failure={failure} asOf={status?.server_time} timezone={timezone} />
  if (status === undefined || site === undefined) {
    return (
      <>
        {note}
        <StatusScreen title={t('status.title')} tone="calm">
          <Busy words={t('status.loading')} slow={t('status.slow')} />
        </StatusScreen>
      </>
    )
  }
  return (
    <>
      {note}
      <KnownBooking status={status} timezone={timezone} client={api.withToken(token)} onChanged={ask} />
    </>
  )
}

interface KnownBookingProps {
  readonly status: BookingStatus
  readonly timezone: string
  readonly client: KioskApi
  readonly onChanged: () => void
}

function KnownBooking({ status, timezone, client, onChanged }: KnownBookingProps) {
  const t = useT()
  const { isBeforeServerTime } = useServerTime()
  const { booking } = status
  const standing = standingOf(status, isBeforeServerTime)
  const { title, lead } = useHeadline(standing, status, timezone)
  return (
    <StatusScreen title={title} lead={lead} tone={toneOf[standing]}>
      {standing === 'pay' && <PayBooking status={status} onOver={onChanged} />}
      <section className="status__booking" aria-label={t('status.details')}>
        <p className="status__reference">
          <span>{t('status.reference')}</span>
          <strong className="tabular" data-testid="booking-reference">
            {booking.reference}
          </strong>
        </p>
        <BookingDetails booking={booking} timezone={timezone} />
      </section>
      {mayCancel(standing) && <CancelBooking booking={booking} client={client} onChanged={onChanged} />}
      {(standing === 'parkingBooked' || standing === 'washBooked') && <p>{t('status.cancelPaid')}</p>}
    </StatusScreen>
  )
}

/** The headline of a standing, with its times as the site's clock shows them. */
function useHeadline(standing: Standing, status: BookingStatus, timezone: string) {
  const t = useT()
  const { timeOf } = useSiteTime(timezone)
  const { booking, ready_at: readyAt, payment_qr: qr } = status
  const values = {
    bay: booking.resource.label,
    start: timeOf(booking.start),
    end: timeOf(booking.end),
    price: formatMoney(booking.price, t.language),
    until: timeOf((standing === 'held' ? booking.hold_expires_at : booking.payment_expires_at) ?? booking.start),
  }
  const isOnItsWay = standing === 'washQueued' || standing === 'washUnderWay' || standing === 'washCheck'
  const body = standing === 'pay' && qr !== null ? t('status.payUpi.body') : t(`status.${standing}.body`, values)
  const ready = isOnItsWay && readyAt !== null ? t('status.readyAbout', { time: timeOf(readyAt) }) : undefined
  return { title: t(`status.${standing}.title`, values), lead: ready ?? body }
}
