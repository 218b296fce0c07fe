import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { kioskEnglish } from '../src-shared/i18n/messages/en/kiosk-english.ts'
import { browserTimers } from '../src-shared/ui/browser/browser-time.ts'
import { ServerTimeProvider } from '../src-shared/ui/ServerTimeProvider.tsx'
import type { ServerTimeStore } from '../src-shared/ui/server-time-store.ts'
import { SiteLanguage } from './frame/SiteLanguage.tsx'
import { KioskApp } from './KioskApp.tsx'
import { fetchLaterScreens } from './later-screens.ts'
import { KioskContext, useKioskState, type Kiosk } from './session/kiosk-context.ts'

/** In ms; on a slow tablet, too, the first screen has come to rest by then. Whoever begins sooner has them fetched at once. */
const LATER_SCREENS_AFTER_MS = 2000

interface Running extends Kiosk {
  readonly serverTime: ServerTimeStore
  /** The customer says that they are there. */
  readonly onStay: () => void
}

/** Draws a kiosk that is at work already. */
export function drawKiosk(place: HTMLElement, { store, api, serverTime, onStay }: Running): void {
  drawPage(
    place,
    serverTime,
    <KioskContext value={{ store, api }}>
      <InSiteLanguage onStay={onStay} />
    </KioskContext>,
  )
  // What comes after the first screen is fetched while that stands there.
  browserTimers.after(LATER_SCREENS_AFTER_MS, fetchLaterScreens)
}

/** Draws a page that follows the server's time; a phone's pages too, which so share one script with the first screen. */
export function drawPage(place: HTMLElement, serverTime: ServerTimeStore, page: ReactNode): void {
  createRoot(place).render(
    <StrictMode>
      <ServerTimeProvider store={serverTime}>{page}</ServerTimeProvider>
    </StrictMode>,
  )
}

function InSiteLanguage({ onStay }: { readonly onStay: () => void }) {
  const site = useKioskState((state) => state.site)
  return (
    <SiteLanguage site={site} english={kioskEnglish}>
      <KioskApp onStay={onStay} />
    </SiteLanguage>
  )
}
