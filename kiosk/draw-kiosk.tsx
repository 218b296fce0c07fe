import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { kioskEnglish } from '../src-shared/i18n/messages/en/kiosk-english.ts'
import { browserTimers } from '../src-shared/ui/browser/browser-time.ts'
import { createSpeech, type Speech } from '../src-shared/ui/speech.ts'
import { Spoken } from '../src-shared/ui/Spoken.tsx'
import { ServerTimeProvider } from '../src-shared/ui/ServerTimeProvider.tsx'
import type { ServerTimeStore } from '../src-shared/ui/server-time-store.ts'
import { KioskApp } from './KioskApp.tsx'
import { kioskCatalogues } from './language/kiosk-catalogues.ts'
import { speakSiteLanguage } from './language/site-language.ts'
import { fetchLaterScreens } from './later-screens.ts'
import { KioskContext, type Kiosk } from './session/kiosk-context.ts'
import type { KioskStore } from './session/kiosk-store.ts'

/** In ms; on a slow tablet, too, the first screen has come to rest by then. Whoever begins sooner has them fetched at once. */
const LATER_SCREENS_AFTER_MS = 2000

interface Running extends Kiosk {
  readonly serverTime: ServerTimeStore
  /** The customer says that they are there. */
  readonly onStay: () => void
}

/** The language of the kiosk, which follows the site. Its English comes with what draws, not with what asks the server. */
export function speakAsSite(store: KioskStore): Speech {
  const speech = createSpeech(kioskEnglish, kioskCatalogues)
  speakSiteLanguage(store, speech)
  return speech
}

/** Draws a kiosk that is at work already. */
export function drawKiosk(place: HTMLElement, { store, api, serverTime, speech, onStay }: Running): void {
  drawPage(
    place,
    serverTime,
    <KioskContext value={{ store, api, speech }}>
      <Spoken speech={speech}>
        <KioskApp onStay={onStay} />
      </Spoken>
    </KioskContext>,
  )
  // What comes after the first screen is fetched while that stands there, with the languages that it offers: whoever picks
  // one has it at once, though the link is lost meanwhile.
  browserTimers.after(LATER_SCREENS_AFTER_MS, () => {
    fetchLaterScreens()
    void speech.prepare(store.getState().site?.languages ?? [])
  })
}

/** Draws a page that follows the server's time; a phone's pages too, which so share one script with the first screen. */
export function drawPage(place: HTMLElement, serverTime: ServerTimeStore, page: ReactNode): void {
  createRoot(place).render(
    <StrictMode>
      <ServerTimeProvider store={serverTime}>{page}</ServerTimeProvider>
    </StrictMode>,
  )
}
