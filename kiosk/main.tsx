import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserTime, browserTimers } from '../src-shared/ui/browser/browser-time.ts'
import { kioskEnglish } from '../src-shared/i18n/messages/en/kiosk-english.ts'
import { createTranslator } from '../src-shared/i18n/translate.ts'
import { createBrowserServerTime } from '../src-shared/ui/browser/browser-server-time.ts'
import { ServerTimeProvider } from '../src-shared/ui/ServerTimeProvider.tsx'
import { TranslatorProvider } from '../src-shared/ui/translator.tsx'
import '../src-shared/ui/base.css'
import { startIdleWatch } from './idle/idle-watch.ts'
import { KioskApp } from './KioskApp.tsx'
import './kiosk.css'
import { takePairingCode } from './pairing/pairing-link.ts'
import { createKioskApi } from './session/kiosk-api.ts'
import { KioskContext } from './session/kiosk-context.ts'
import { createKioskStore } from './session/kiosk-store.ts'
import { startServerWork } from './session/server-work.ts'
import { watchStanding } from './session/standing.ts'
import { starting } from './session/transitions.ts'

const code = takePairingCode(window)
const store = createKioskStore(code === undefined ? starting : { ...starting, code })
const api = createKioskApi((url, init) => fetch(url, init))
const serverTime = createBrowserServerTime(`${location.origin.replace(/^http/, 'ws')}/ws/time/`)

startServerWork(api, store, browserTimers)
watchStanding(api, store, serverTime)
const idle = startIdleWatch(store, browserTime(), browserTimers, window)

const place = document.getElementById('kiosk')
if (place === null) throw new Error('the page has no #kiosk')
createRoot(place).render(
  <StrictMode>
    <TranslatorProvider translator={createTranslator('en', kioskEnglish)}>
      <KioskContext value={{ store, api }}>
        <ServerTimeProvider store={serverTime}>
          <KioskApp onStay={idle.stay} />
        </ServerTimeProvider>
      </KioskContext>
    </TranslatorProvider>
  </StrictMode>,
)
