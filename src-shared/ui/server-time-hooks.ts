import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand/react'
import { parseInstant } from '../format/instant.ts'
import type { AvailabilityChanged } from '../protocol/time-socket.ts'
import type { ServerTimeState, ServerTimeStore } from './server-time-store.ts'

/** Filled by `ServerTimeProvider`. */
export const ServerTimeContext = createContext<ServerTimeStore | null>(null)

/** @throws Error outside a ServerTimeProvider */
export function useServerTimeStore(): ServerTimeStore {
  const store = useContext(ServerTimeContext)
  if (store === null) throw new Error('useServerTime must be used within a ServerTimeProvider')
  return store
}

/** Everything about the server's time; renders again each second. Prefer `useServerTimeSelector` for a part of it. */
export function useServerTime(): ServerTimeState {
  return useStore(useServerTimeStore())
}

/**
 * A part of the server's time; renders again only when that part changes.
 * @param selector must give the same value for the same state: a field or something computed, never a new object
 */
export function useServerTimeSelector<T>(selector: (state: ServerTimeState) => T): T {
  return useStore(useServerTimeStore(), selector)
}

/**
 * Milliseconds left until a deadline by the server's time, never below 0; renders again when a whole second has gone.
 * @param deadline an ISO 8601 instant with an offset
 * @returns null without a deadline, or before the first exchange
 */
export function useCountdown(deadline: string | null): number | null {
  const store = useServerTimeStore()
  const target = deadline === null ? undefined : parseInstant(deadline)
  const secondsLeft = (): number | null => {
    const now = store.now()
    return now === null || target === undefined ? null : Math.max(0, Math.ceil((target - now) / 1000))
  }
  const seconds = useSyncExternalStore(store.onBeat, secondsLeft, () => null)
  return seconds === null ? null : seconds * 1000
}

/**
 * Calls back when availability of a kind on a day has changed, by whoever's booking, and after a reconnect, when such
 * a change may have been missed: ask the server again.
 * @param date a calendar day, YYYY-MM-DD, or null for none
 */
export function useAvailabilityChanges(
  kind: AvailabilityChanged['kind'],
  date: string | null,
  onChange: () => void,
): void {
  const store = useServerTimeStore()
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (date === null) return
    return store.onAvailability((change) => {
      if (change === null || (change.kind === kind && change.date === date)) latest.current()
    })
  }, [store, kind, date])
}

/** Tells when time sync is lost and when it is restored, once each; a blink of the link is not worth a word. */
export function useTimeSyncNotices(notices: { onLost: () => void; onRestored: () => void }): void {
  const store = useServerTimeStore()
  const latest = useRef(notices)
  useEffect(() => {
    latest.current = notices
  })
  useEffect(
    () =>
      store.subscribe((state, previous) => {
        if (state.syncLost && !previous.syncLost) latest.current.onLost()
        if (!state.syncLost && previous.syncLost) latest.current.onRestored()
      }),
    [store],
  )
}
