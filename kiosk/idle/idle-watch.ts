import type { Timers, TimeSource } from '../../src-shared/time/time-source.ts'
import type { KioskStore } from '../session/kiosk-store.ts'

export interface IdleWatch {
  /** The customer said that they are there. */
  stay(): void
  stop(): void
}

const LOOK_EVERY_MS = 500

/**
 * Measures how long nobody has touched the kiosk, by a clock that never steps, and tells the store.
 * A new screen starts the silence anew: what it says is there to be read.
 */
export function startIdleWatch(
  store: KioskStore,
  time: Pick<TimeSource, 'monotonicMs'>,
  timers: Timers,
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): IdleWatch {
  let lastSignMs = time.monotonicMs()
  const signOfLife = (): void => {
    lastSignMs = time.monotonicMs()
    store.quietFor(0)
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
    store.quietFor(time.monotonicMs() - lastSignMs)
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
