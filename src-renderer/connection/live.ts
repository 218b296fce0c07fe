import { useEffect, useRef } from 'react'
import { create } from 'zustand/react'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { browserRandom, browserTime, browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import { socketBase } from '../bridge.ts'
import { api } from './console-api.ts'
import { createNotificationLink, type NotificationLink, type NotificationSocket } from './notification-link.ts'

type LinkState = 'connecting' | 'open' | 'lost'

/** Whether news of bookings arrives by itself just now. */
export const useLinkState = create<{ link: LinkState }>(() => ({ link: 'connecting' }))

const listeners = new Set<(notification: Notification) => void>()
const openListeners = new Set<() => void>()
let current: NotificationLink | undefined

/** Follows the notifications of the user who is signed in; ends with the returned function. */
export function followNotifications(userId: string): () => void {
  const link = createNotificationLink({
    connect: () => new WebSocket(`${socketBase()}/ws/notifications/${userId}/`) as NotificationSocket,
    timers: browserTimers,
    random: browserRandom,
    time: browserTime(),
    onState: (open) => {
      useLinkState.setState({ link: open ? 'open' : 'lost' })
      if (open) for (const tell of openListeners) tell()
    },
    onNotification: (notification) => {
      // As after a link that was lost: everything that is shown is read anew.
      if (notification.type === 'news_missed') for (const tell of openListeners) tell()
      for (const tell of listeners) tell(notification)
    },
    // Its answer does not matter here: `unauthenticated` is noticed wherever it comes.
    onDoubt: () => void api.call('GET /api/v1/session').catch(() => undefined),
  })
  current = link
  link.start()
  return () => {
    link.stop()
    current = undefined
    useLinkState.setState({ link: 'connecting' })
  }
}

/** Tries the notifications socket at once, after a sign that the server is back. */
export function hurryNotifications() {
  current?.hurry()
}

export function useNotifications(onNotification: (notification: Notification) => void) {
  const latest = useRef(onNotification)
  useEffect(() => {
    latest.current = onNotification
  })
  useEffect(() => {
    const tell = (notification: Notification) => latest.current(notification)
    listeners.add(tell)
    return () => void listeners.delete(tell)
  }, [])
}

/** Calls back each time the socket opens: what happened while it was shut was missed, so lists are read anew. */
export function useLinkOpened(onOpened: () => void) {
  const latest = useRef(onOpened)
  useEffect(() => {
    latest.current = onOpened
  })
  useEffect(() => {
    const tell = () => latest.current()
    openListeners.add(tell)
    return () => void openListeners.delete(tell)
  }, [])
}
