import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { kioskEnglish } from '../src-shared/i18n/messages/en/kiosk-english.ts'
import { browserTime, browserTimers } from '../src-shared/ui/browser/browser-time.ts'
import { createBrowserServerTime } from '../src-shared/ui/browser/browser-server-time.ts'
import { ServerTimeProvider } from '../src-shared/ui/ServerTimeProvider.tsx'
import { fetchQrDrawer } from './follow/qr-drawer.ts'
import { startIdleWatch } from './idle/idle-watch.ts'
import { SiteLanguage } from './frame/SiteLanguage.tsx'
import { KioskApp } from './KioskApp.tsx'
import { takePairingCode } from './pairing/pairing-link.ts'
import { createKioskApi } from './session/kiosk-api.ts'
import { KioskContext, useKioskState } from './session/kiosk-context.ts'
import { createKioskStore } from './session/kiosk-store.ts'
import { startServerWork } from './session/server-work.ts'
import { watchStanding } from './session/standing.ts'
import { starting } from './session/transitions.ts'

/** The tablet on the forecourt: takes bookings from whoever stands before it. */
export function startKiosk(place: HTMLElement): void {
  const code = takePairingCode(window)
  const store = createKioskStore(code === undefined ? starting : { ...starting, code })
  const api = createKioskApi((url, init) => fetch(url, init))
  const serverTime = createBrowserServerTime(`${location.origin.replace(/^http/, 'ws')}/ws/time/`)

  startServerWork(api, store, browserTimers)
  watchStanding(api, store, serverTime)
  const idle = startIdleWatch(store, browserTime(), browserTimers, window)

  createRoot(place).render(
    <StrictMode>
      <KioskContext value={{ store, api }}>
        <ServerTimeProvider store={serverTime}>
          <InSiteLanguage onStay={idle.stay} />
        </ServerTimeProvider>
      </KioskContext>
    </StrictMode>,
  )
  // The last screen shows codes; what draws them is fetched while the first screen stands there.
  void fetchQrDrawer()
}

function InSiteLanguage({ onStay }: { readonly onStay: () => void }) {
  const site = useKioskState((state) => state.site)
  return (
    <SiteLanguage site={site} english={kioskEnglish}>
      <KioskApp onStay={onStay} />
    </SiteLanguage>
  )
}
