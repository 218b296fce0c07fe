import { browserTimers } from '../src-shared/ui/browser/browser-time.ts'
import '../src-shared/ui/base.css'
import { readStatusLink } from './follow/follow-link.ts'
import { openFreshPage } from './fresh-page.ts'
// The shared parts' own looks come before what the kiosk changes of them, though the parts are loaded later.
import '../src-shared/ui/lot-map/lot-map.css'
import '../src-shared/ui/server-clock.css'
import './kiosk.css'
import { startKiosk } from './start-kiosk.ts'

const place = document.getElementById('kiosk')
if (place === null) throw new Error('the page has no #kiosk')

// One address, two pages: the tablet's, and that of a customer who follows a link on their own phone.
const isForPhone = (): boolean => readStatusLink(location.hash) !== undefined
const wasForPhone = isForPhone()
window.addEventListener('hashchange', () => {
  if (isForPhone() !== wasForPhone) location.reload()
})

const started = wasForPhone
  ? import('./status/start-status.tsx').then(({ startStatus }) => startStatus(place))
  : startKiosk(place)
started.catch(() => openFreshPage(browserTimers))
