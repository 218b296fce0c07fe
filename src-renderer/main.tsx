import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-toastify/dist/ReactToastify.css'
import 'uplot/dist/uPlot.min.css'
import '../src-shared/ui/base.css'
import { ServerTimeProvider } from '../src-shared/ui/ServerTimeProvider.tsx'
import { Spoken } from '../src-shared/ui/Spoken.tsx'
import { socketBase } from './bridge.ts'
import { restoreLanguage, speech } from './language/console-language.ts'
import { App } from './shell/App.tsx'
import { restoreSingleKeys } from './shell/single-keys.ts'
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
restoreSingleKeys()
void restoreLanguage().then(() =>
  createRoot(place).render(
    <StrictMode>
      <Spoken speech={speech}>
        <ServerTimeProvider url={`${socketBase()}/ws/time/`}>
          <App />
        </ServerTimeProvider>
      </Spoken>
    </StrictMode>,
  ),
)
