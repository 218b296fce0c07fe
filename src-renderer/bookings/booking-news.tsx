import { toast } from 'react-toastify/unstyled'
import { create } from 'zustand/react'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { useServerTimeSelector, useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useNotifications } from '../connection/live.ts'
import { hrefOf } from '../shell/hash-route.ts'
import { filterToQuery, noFilter } from './filters.ts'
import { isOwn } from './own-bookings.ts'

type BookingNews = Extract<Notification, { type: 'booking_changed' }>['booking']

/** How long a booking that has just come stands out, in milliseconds of server time. */
const standsOutMs = 8000

/** When each new booking came, by the server's time. */
const useArrivals = create<{ at: ReadonlyMap<string, number> }>(() => ({ at: new Map() }))

/** Whether a booking has come within the last seconds. */
export function useIsNew(id: string): boolean {
  const cameAt = useArrivals(({ at }) => at.get(id))
  return useServerTimeSelector(
    ({ serverTime }) => cameAt !== undefined && serverTime !== null && serverTime - cameAt < standsOutMs,
  )
}

/** Tells of bookings that others make, on whatever screen somebody is. */
export function useBookingNews() {
  const t = useT()
  const store = useServerTimeStore()
  useNotifications((notification) => {
    if (notification.type !== 'booking_changed' || notification.booking.kind !== 'wash') return
    const { booking } = notification
    if (booking.state !== 'held' && booking.state !== 'awaiting_payment') return toast.dismiss(booking.id)
    const now = store.now()
    if (now !== null && !useArrivals.getState().at.has(booking.id)) {
      useArrivals.setState(({ at }) => ({ at: new Map(at).set(booking.id, now) }))
    }
    if (isOwn(booking)) return
    const words = t(booking.state === 'held' ? 'console.news.held' : 'console.news.booked', {
      plate: booking.plate,
      time: booking.start_label,
      bay: booking.resource,
      reference: booking.reference,
    })
    show(
      booking,
      <NewsText words={words} href={hrefOf('bookings', filterToQuery({ ...noFilter, text: booking.reference }))} />,
    )
  })
}

/** One message for one booking: what comes of it takes the place of what was said before. */
function show({ id }: BookingNews, content: React.JSX.Element) {
  if (toast.isActive(id)) toast.update(id, { render: content })
  else toast.info(content, { toastId: id })
}

function NewsText({ words, href }: { words: string; href: string }) {
  const t = useT()
  return (
    <p className="news">
      <span>{words}</span> <a href={href}>{t('console.news.show')}</a>
    </p>
  )
}
