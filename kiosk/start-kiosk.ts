import type { Timers } from '../src-shared/time/time-source.ts'
import { browserTime, browserTimers } from '../src-shared/ui/browser/browser-time.ts'
import { createBrowserServerTime } from '../src-shared/ui/browser/browser-server-time.ts'
import type { ServerTimeStore } from '../src-shared/ui/server-time-store.ts'
import type { Speech } from '../src-shared/ui/speech.ts'
import { startIdleWatch } from './idle/idle-watch.ts'
import { takePairingCode } from './pairing/pairing-link.ts'
import { createKioskApi } from './session/kiosk-api.ts'
import { createKioskStore, type KioskStore } from './session/kiosk-store.ts'
import { startServerWork } from './session/server-work.ts'
import { watchStanding } from './session/standing.ts'
import { starting } from './session/transitions.ts'

/** A wait of less than this, in ms, shows nothing. */
const UNSEEN_WAIT_MS = 300

/**
 * The tablet on the forecourt: takes bookings from whoever stands before it. The server is asked for the site and the
 * time before anything that draws is loaded, so that the first screen drawn is nearly always the one that stays.
 */
export async function startKiosk(place: HTMLElement): Promise<void> {
  const code = takePairingCode(window)
  const store = createKioskStore(code === undefined ? starting : { ...starting, code })
  const api = createKioskApi((url, init) => fetch(url, init))
  const serverTime = createBrowserServerTime(`${location.origin.replace(/^http/, 'ws')}/ws/time/`)

  serverTime.start()
  startServerWork(api, store, browserTimers)
  watchStanding(api, store, serverTime)
  const idle = startIdleWatch(store, serverTime, browserTime(), browserTimers, window)

  const { drawKiosk, speakAsSite } = await import('./draw-kiosk.tsx')
  const speech = speakAsSite(store)
  await answered(store, serverTime, speech, browserTimers)
  drawKiosk(place, { store, api, serverTime, speech, onStay: idle.stay })
}

/** Waits until the server has said who this kiosk is, in its language, and what time it is; no longer than nobody notices. */
function answered(store: KioskStore, serverTime: ServerTimeStore, speech: Speech, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { session, site } = store.getState()
      const isSpoken = site === undefined || speech.getState().tag === site.languages[0]
      if (session.at !== 'starting' && serverTime.getState().mode !== 'init' && isSpoken) done()
    }
    const cancel = timers.after(UNSEEN_WAIT_MS, () => done())
    const stops = [store.subscribe(look), serverTime.subscribe(look), speech.subscribe(look)]
    const done = (): void => {
      cancel()
      for (const stop of stops) stop()
      resolve()
    }
    look()
  })
}
