import type { Timers, TimeSource } from '../../src-shared/time/time-source.ts'
import type { ServerTimeStore } from '../../src-shared/ui/server-time-store.ts'
import type { KioskStore } from '../session/kiosk-store.ts'
import { paceAfter } from './presence.ts'

export interface IdleWatch {
  /** The customer said that they are there. */
  stay(): void
  stop(): void
}

const LOOK_EVERY_MS = 500

/**
 * Measures how long nobody has touched the kiosk, by a clock that never steps, and tells the store; a kiosk at which
 * nobody is follows the server's time less closely. A new screen starts the silence anew: what it says is there to be read.
 */
export function startIdleWatch(
  store: KioskStore,
  serverTime: Pick<ServerTimeStore, 'follow'>,
  time: Pick<TimeSource, 'monotonicMs'>,
  timers: Timers,
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): IdleWatch {
  let lastSignMs = time.monotonicMs()
  const quietFor = (ms: number): void => {
    store.quietFor(ms)
    serverTime.follow(paceAfter(store.getState().session.at, ms))
  }
  const signOfLife = (): void => {
    lastSignMs = time.monotonicMs()
    quietFor(0)
  }
  // While the question is asked only its own button answers it, so that a stray touch does not fall through it.
  const onTouch = (): void => {
    if (store.getState().presence.is !== 'asked') signOfLife()
  }
  const forget = store.subscribe(({ session }, { session: before }) => {
    if (session.at !== before.at) signOfLife()
  })
  const touches = ['pointerdown', 'keydown'] as const
  for (const name of touches) page.addEventListener(name, onTouch, { capture: true })

  let cancel = (): void => {}
  const look = (): void => {
    quietFor(time.monotonicMs() - lastSignMs)
    cancel = timers.after(LOOK_EVERY_MS, look)
  }
  look()
  return {
    stay: signOfLife,
    stop: () => {
      cancel()
      forget()
      for (const name of touches) page.removeEventListener(name, onTouch, { capture: true })
    },
  }
}
