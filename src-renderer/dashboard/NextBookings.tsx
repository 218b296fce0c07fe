import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Countdown } from '../controls/Countdown.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { Plate } from '../controls/Plate.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { bookingBegins } from '../lot/booking-begins.ts'
import { hrefOf } from '../shell/hash-route.ts'
import { useIsNew } from '../bookings/booking-news.tsx'
import { filterToQuery, noFilter } from '../bookings/filters.ts'
import { StateMark } from '../bookings/StateMark.tsx'
import { nextBookings } from './next-bookings.ts'

const most = 12

export function NextBookings() {
  const t = useT()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? null)
  const { resource, refresh } = useResource({
    key: `next ${today}`,
    load: () => api.call('GET /api/v1/bookings', { query: today === null ? {} : { date: today } }),
    refreshOn: ({ type }) => type === 'booking_changed' || type === 'payment_recorded',
  })
  return (
    <section className="next" aria-labelledby="next-title">
      <div className="next__head">
        <h2 id="next-title">{t('console.today.next')}</h2>
        <a href={hrefOf('bookings')}>{t('console.today.all')}</a>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(day) => day.server_time}>
        {({ bookings }) => <NextList bookings={bookings} />}
      </ResourceView>
    </section>
  )
}

function NextList({ bookings }: { bookings: readonly StaffBooking[] }) {
  const t = useT()
  // Which are over changes with the minute at most, so the list is made anew then and not each second.
  useServerTimeSelector((state) => state.timeData?.minute)
  const isOver = useServerTimeSelector((state) => state.isBeforeServerTime)
  const next = nextBookings(bookings, isOver, most)
  if (next.length === 0) {
    return <EmptyState title={t('console.today.nextEmpty')} hint={t('console.today.nextEmptyHint')} />
  }
  return (
    <ol className="next__list">
      {next.map((booking) => (
        <NextRow key={booking.id} booking={booking} />
      ))}
    </ol>
  )
}

function NextRow({ booking }: { booking: StaffBooking }) {
  const t = useT()
  const isNew = useIsNew(booking.id)
  const deadline = booking.hold_expires_at ?? booking.payment_expires_at
  return (
    <li className="next__row" data-new={isNew}>
      <span className="next__time tabular">
        <SiteTime at={booking.start} />
      </span>
      <FromNow start={booking.start} />
      <a className="next__plate" href={hrefOf('bookings', filterToQuery({ ...noFilter, text: booking.reference }))}>
        <Plate plate={booking.plate} />
      </a>
      <span className="next__service">{booking.service?.name ?? t('console.bookings.kind.parking')}</span>
      <span className="next__bay">{booking.resource.label}</span>
      <span className="next__state">
        <StateMark state={booking.state} kind={booking.kind} />
        {deadline !== null && (booking.state === 'held' || booking.state === 'awaiting_payment') && (
          <Countdown deadline={deadline} words="console.bookings.left" />
        )}
      </span>
    </li>
  )
}

/** “in 14 min”, by the server's time. */
function FromNow({ start }: { start: string }) {
  const t = useT()
  const words = useServerTimeSelector(({ serverTime }) => bookingBegins(start, serverTime, t))
  return <span className="next__from-now tabular">{words}</span>
}
