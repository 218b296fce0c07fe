import { isInUse } from '../../src-shared/kiosk/in-use.ts'
import type { Cancel, Timers } from '../../src-shared/time/time-source.ts'
import type { ServerTimeStore } from '../../src-shared/ui/server-time-store.ts'
import type { KioskStore } from '../session/kiosk-store.ts'

/** So long nobody must have touched the kiosk before it opens itself anew, in ms. */
const QUIET_MS = 10_000

interface NewerPageTools {
  readonly store: Pick<KioskStore, 'getState' | 'subscribe' | 'send'>
  readonly serverTime: Pick<ServerTimeStore, 'subscribe' | 'onReload'>
  readonly timers: Timers
  /** The page as the server has it now; rejects while it cannot be had. */
  readonly readPage: () => Promise<string>
  /** The address of the script that runs: it carries its content's hash, and so names the build. */
  readonly script: string
  readonly page: Pick<Window, 'addEventListener'>
  readonly reload: () => void
}

/**
 * Opens the page anew once the server has a newer one, or somebody asks for it. A server is of another build only after it
 * was away, so that is when the page is compared; and it is opened anew only while nobody uses it, unless that was asked for.
 */
export function followNewerPages({ store, serverTime, timers, readPage, script, page, reload }: NewerPageTools): void {
  let isOld = false
  let cancel: Cancel = () => {}
  const plan = (): void => {
    cancel()
    if (!isOld) return
    cancel = timers.after(QUIET_MS, () => {
      // Once more: to open a page that the server has not got leaves the browser's error on the screen.
      if (!isInUse(store.getState().session.at)) readPage().then(reload, plan)
    })
  }
  const compare = (): void => {
    readPage().then(
      (html) => {
        isOld ||= !html.includes(script)
        plan()
      },
      // The link is lost again, and so comes back again.
      () => undefined,
    )
  }
  serverTime.subscribe((now, before) => {
    if (now.isConnected && !before.isConnected) compare()
  })
  serverTime.onReload(({ when }) => {
    isOld = true
    if (when === 'free') return plan()
    // What was held for them is given back.
    store.send({ type: 'walked_away' })
    readPage().then(reload, plan)
  })
  store.subscribe(({ session }, { session: before }) => {
    if (session.at !== before.at) plan()
  })
  for (const touch of ['pointerdown', 'keydown'] as const) page.addEventListener(touch, plan, { capture: true })
}
