import { useEffect, useState } from 'react'
import type { Site, User } from '../../src-shared/api/site-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useClockNews } from '../clock/clock-news.ts'
import { api } from '../connection/console-api.ts'
import { followNotifications } from '../connection/live.ts'
import { useResource } from '../connection/use-resource.ts'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Waiting } from '../controls/Waiting.tsx'
import { useKioskNews } from '../kiosks/kiosk-news.ts'
import { useBookingNews } from '../bookings/booking-news.tsx'
import { ClockNotice } from './ClockNotice.tsx'
import { useRoute } from './hash-route.ts'
import { Header } from './Header.tsx'
import { screens, screensOf } from './screens.tsx'
import { ShortcutsDialog, useShellShortcuts } from './Shortcuts.tsx'
import { SiteProvider } from './site.tsx'

interface ShellProps {
  readonly user: User
  readonly locked: boolean
}

/** Everything that somebody who is signed in sees. */
export function Shell({ user, locked }: ShellProps) {
  const { resource, refresh } = useSiteResource()
  // A session that has ended has no notifications; the next one begins by opening them anew.
  useEffect(() => (locked ? undefined : followNotifications(user.id)), [user.id, locked])
  if (resource.is === 'loading') return <Waiting />
  if (resource.is === 'failed') {
    return (
      <main className="screen screen--alone">
        <FailureNote failure={resource.failure} onRetry={() => void refresh()} />
      </main>
    )
  }
  return (
    <SiteProvider site={resource.value}>
      <Frame user={user} site={resource.value} />
    </SiteProvider>
  )
}

/** The site as the server tells it; its booking window moves on at midnight of the site's zone. */
function useSiteResource() {
  const day = useServerTimeSelector((state) => state.timeData?.date ?? null)
  const result = useResource({ key: 'site', load: () => api.call('GET /api/v1/site') })
  const { refresh } = result
  useEffect(() => {
    if (day !== null) void refresh()
  }, [day, refresh])
  return result
}

function Frame({ user, site }: { user: User; site: Site }) {
  const t = useT()
  const { screen: asked, query } = useRoute()
  // An address that is not there, or not for this role, shows the first screen.
  const screen = screensOf(user.role).find((name) => name === asked) ?? 'today'
  const [showShortcuts, setShowShortcuts] = useState(false)
  useBookingNews()
  useKioskNews()
  useClockNews()
  useShellShortcuts(() => setShowShortcuts(true))
  useEffect(() => {
    document.title = t('console.title', { screen: t(screens[screen].title), site: site.name })
  }, [t, screen, site.name])
  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={skipToMain}>
        {t('console.skip')}
      </a>
      <Header user={user} screen={screen} onShortcuts={() => setShowShortcuts(true)} />
      <ClockNotice />
      <main className="screen" id="main" tabIndex={-1}>
        {screens[screen].show({ user, query })}
      </main>
      {showShortcuts && <ShortcutsDialog onClose={() => setShowShortcuts(false)} />}
    </div>
  )
}

/** The address's hash says which screen is shown, so the skip link moves the focus and leaves it alone. */
function skipToMain(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
