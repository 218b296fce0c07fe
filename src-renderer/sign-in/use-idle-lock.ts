import { useEffect } from 'react'
import { browserTime, browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import { useNotifications } from '../connection/live.ts'
import { watchIdle } from './idle-watch.ts'
import { lockConsole, readLockMinutes, useLockMinutes, useSession } from './session-store.ts'

const MINUTE = 60_000
/** Other pages of this console hear of a touch at most this often, in ms. */
const TELL_MS = 5000

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Locks the console when nobody has touched it for as long as the site says, on any page of this browser. */
export function useIdleLock(): void {
  const isIn = useSession(({ is }) => is === 'signed-in')
  const { minutes } = useLockMinutes()
  useNotifications((notification) => {
    // Its answer is of no other use: whatever is wrong with the session is noticed wherever it comes.
    if (notification.type === 'site_changed' && notification.area === 'site') readLockMinutes().catch(() => undefined)
  })
  useEffect(() => {
    if (!isIn || minutes === 0) return
    const time = browserTime()
    const watch = watchIdle({ time, timers: browserTimers, idleMs: minutes * MINUTE, onIdle: lockConsole })
    const pages = new BroadcastChannel('kerbside-console-touched')
    let toldAt = -Infinity
    const touch = () => {
      watch.touch()
      if (time.monotonicMs() - toldAt < TELL_MS) return
      toldAt = time.monotonicMs()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin, and takes none
      pages.postMessage('touched')
    }
    pages.addEventListener('message', watch.touch)
    for (const name of touches) window.addEventListener(name, touch, { capture: true, passive: true })
    return () => {
      watch.stop()
      pages.close()
      for (const name of touches) window.removeEventListener(name, touch, { capture: true })
    }
  }, [isIn, minutes])
}
