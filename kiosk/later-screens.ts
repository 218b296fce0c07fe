import { useSyncExternalStore } from 'react'
import { Listeners } from '../src-shared/time/listeners.ts'
import { browserTimers } from '../src-shared/ui/browser/browser-time.ts'
import { openFreshPage } from './fresh-page.ts'
import type * as LaterScreens from './LaterScreens.tsx'

let screens: typeof LaterScreens | undefined
let isAskedFor = false
const arrivals = new Listeners<void>()

/** Fetches every screen but the first ones. */
export function fetchLaterScreens(): void {
  if (isAskedFor) return
  isAskedFor = true
  import('./LaterScreens.tsx').then(
    (found) => {
      screens = found
      arrivals.tell()
    },
    () => openFreshPage(browserTimers),
  )
}

/** The screens that are fetched later; undefined until they are there. */
export function useLaterScreens(): typeof LaterScreens | undefined {
  return useSyncExternalStore(
    (onArrival) => arrivals.add(onArrival),
    () => screens,
  )
}
