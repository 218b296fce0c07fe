import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import type { ServerTimeStore } from '../../src-shared/ui/server-time-store.ts'
import type { KioskStore } from '../session/kiosk-store.ts'
import { keepAwake } from './awake.ts'
import { fillTheScreen } from './full-screen.ts'
import { followNewerPages } from './newer-page.ts'
import { keepOffBrowserErrors } from './offline-worker.ts'

let isLookedAfter = false

/** What a tablet that stands on a forecourt for weeks needs of its browser; once for each page. */
export function lookAfterTablet(store: KioskStore, serverTime: ServerTimeStore): void {
  if (isLookedAfter) return
  isLookedAfter = true
  keepAwake()
  fillTheScreen(store)
  keepOffBrowserErrors()
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  if (script === null) return
  followNewerPages({
    store,
    serverTime,
    timers: browserTimers,
    readPage,
    script: new URL(script.src).pathname,
    page: window,
    reload: () => location.reload(),
  })
}

async function readPage(): Promise<string> {
  const answer = await fetch(location.pathname, { cache: 'no-store' })
  if (!answer.ok) throw new Error('the server has no page')
  return answer.text()
}
