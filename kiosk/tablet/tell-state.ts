import type { KioskStateMessage } from '../../src-shared/protocol/kiosk-state.ts'
import type { Timers } from '../../src-shared/time/time-source.ts'
import type { ServerTimeStore } from '../../src-shared/ui/server-time-store.ts'
import type { Speech } from '../../src-shared/ui/speech.ts'
import { kerbsideVersion } from '../../src-shared/version.ts'
import type { KioskStore } from '../session/kiosk-store.ts'
import { isAwake } from './awake.ts'

/** No sooner than this after a change, in ms: whoever is quick is told of once. */
const AFTER_MS = 1000

interface StateTools {
  readonly store: Pick<KioskStore, 'getState' | 'subscribe'>
  readonly speech: Pick<Speech, 'getState' | 'subscribe'>
  readonly serverTime: Pick<ServerTimeStore, 'getState' | 'subscribe' | 'tellState'>
  readonly timers: Timers
  readonly isFullScreen: () => boolean
}

/**
 * Tells the server which screen stands here, and nothing of what is on it, a second after that has changed.
 * @returns what says that something else may have changed, such as the full screen
 */
export function tellState({ store, speech, serverTime, timers, isFullScreen }: StateTools): () => void {
  let told = ''
  let isPlanned = false
  const tell = (): void => {
    isPlanned = false
    if (!serverTime.getState().isConnected) return
    const state: KioskStateMessage = {
      type: 'kiosk_state',
      screen: store.getState().session.at,
      language: speech.getState().tag,
      version: kerbsideVersion,
      full_screen: isFullScreen(),
      awake: isAwake(),
    }
    const text = JSON.stringify(state)
    if (text !== told) serverTime.tellState(state)
    told = text
  }
  const plan = (): void => {
    if (!isPlanned) timers.after(AFTER_MS, tell)
    isPlanned = true
  }
  store.subscribe(({ session }, { session: before }) => {
    if (session.at !== before.at) plan()
  })
  speech.subscribe(plan)
  serverTime.subscribe((now, before) => {
    if (now.isConnected === before.isConnected) return
    // A server that comes back remembers nothing of it.
    told = ''
    plan()
  })
  plan()
  return plan
}
