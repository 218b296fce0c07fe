import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import type { ServerTimeStore } from '../../src-shared/ui/server-time-store.ts'
import type { Kiosk } from '../session/kiosk-context.ts'
import { keepAwake } from './awake.ts'
import { fillTheScreen } from './full-screen.ts'
import { followNewerPages } from './newer-page.ts'
import { keepOffBrowserErrors } from './offline-worker.ts'
import { tellState } from './tell-state.ts'

let isLookedAfter = false

/** What a tablet that stands on a forecourt for weeks needs of its browser; once for each page. */
export function lookAfterTablet({ store, speech }: Kiosk, serverTime: ServerTimeStore): void {
  if (isLookedAfter) return
  isLookedAfter = true
  const isFullScreen = () => document.fullscreenElement !== null
  const plan = tellState({ store, speech, serverTime, timers: browserTimers, isFullScreen })
  keepAwake(plan)
  document.addEventListener('fullscreenchange', plan)
  fillTheScreen(store)
  keepOffBrowserErrors(store.getState().site?.languages ?? [])
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
