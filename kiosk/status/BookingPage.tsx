import type { Site } from '../../src-shared/api/site-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useCountdown, useServerTime } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { BookingDetails } from '../booking/BookingDetails.tsx'
import { useSiteTime } from '../booking/site-time.ts'
import { useBookingStatus, type BookingStatus } from '../follow/use-booking-status.ts'
import { Busy } from '../frame/Busy.tsx'
import { Countdown } from '../frame/Countdown.tsx'
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
      {standing === 'held' && <HoldLeft until={booking.hold_expires_at} />}
      {standing === 'pay' && <PayBooking status={status} onOver={onChanged} />}
      <section className="status__booking" aria-label={t('status.details')}>
        <p className="status__reference">
          <span>{t('status.reference')}</span>
          <strong className="tabular ltr" data-testid="booking-reference">
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

/** When a car that is on its way through the wash is ready, and in how many minutes, which pass while one looks. */
function useReadyWords(standing: Standing, readyAt: string | null, timezone: string): string | undefined {
  const t = useT()
  const { timeOf } = useSiteTime(timezone)
  const isOnItsWay = standing === 'washQueued' || standing === 'washUnderWay' || standing === 'washCheck'
  const msLeft = useCountdown(isOnItsWay ? readyAt : null)
  if (!isOnItsWay || readyAt === null || msLeft === null) return undefined
  if (msLeft === 0) return t('status.readyLate')
  return t('status.readyIn', { time: timeOf(readyAt), minutes: Math.ceil(msLeft / 60_000) })
}

/** Until when a hold has to be confirmed at the kiosk. */
function HoldLeft({ until }: { readonly until: string | null }) {
  const t = useT()
  const msLeft = useCountdown(until)
  return <Countdown label={t('status.held.left')} msLeft={msLeft} />
}

/** The headline of a standing, with its times as the site's clock shows them. */
function useHeadline(standing: Standing, status: BookingStatus, timezone: string) {
  const t = useT()
  const { timeOf } = useSiteTime(timezone)
  const { booking, payment_qr: qr } = status
  const ready = useReadyWords(standing, status.ready_at, timezone)
  const values = {
    bay: booking.resource.label,
    start: timeOf(booking.start),
    end: timeOf(booking.end),
    price: formatMoney(booking.price, t.language),
    until: timeOf((standing === 'held' ? booking.hold_expires_at : booking.payment_expires_at) ?? booking.start),
  }
  const body = standing === 'pay' && qr !== null ? t('status.payUpi.body') : t(`status.${standing}.body`, values)
  return { title: t(`status.${standing}.title`, values), lead: ready ?? body }
}
