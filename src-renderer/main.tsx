import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-toastify/dist/ReactToastify.css'
import 'uplot/dist/uPlot.min.css'
import '../src-shared/ui/base.css'
import { english } from '../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../src-shared/i18n/translate.ts'
import { ServerTimeProvider } from '../src-shared/ui/ServerTimeProvider.tsx'
import { TranslatorProvider } from '../src-shared/ui/translator.tsx'
import { socketBase } from './bridge.ts'
import { App } from './shell/App.tsx'
import { restoreTheme } from './shell/theme.ts'
import './controls/controls.css'
import './shell/shell.css'
import './sign-in/sign-in.css'
import './setup/setup.css'
import './dashboard/dashboard.css'
import './bookings/bookings.css'
import './notices/notices.css'
import './kiosks/kiosks.css'
import './clock/clock.css'
import './reports/reports.css'
import './tariffs/tariffs.css'
import './permits/permits.css'
import './admin/admin.css'

const place = document.getElementById('console')
if (place === null) throw new Error('the page has no place for the console')

restoreTheme()
createRoot(place).render(
  <StrictMode>
    <TranslatorProvider translator={createTranslator('en', english)}>
      <ServerTimeProvider url={`${socketBase()}/ws/time/`}>
        <App />
      </ServerTimeProvider>
    </TranslatorProvider>
  </StrictMode>,
)
