import { Suspense, useEffect, useRef, useState } from 'react'
import type { Role } from '../../src-shared/api/fields.ts'
import type { Site, User } from '../../src-shared/api/site-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useAttentionSigns } from '../attention/use-attention-signs.ts'
import { useBookingNews } from '../bookings/booking-news.tsx'
import { useClockNews } from '../clock/clock-news.ts'
import { api } from '../connection/console-api.ts'
import { followNotifications } from '../connection/live.ts'
import { useResource } from '../connection/use-resource.ts'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Waiting } from '../controls/Waiting.tsx'
import { Counter } from '../counter/Counter.tsx'
import { closeCounter } from '../counter/counter-task.ts'
import { useKioskNews } from '../kiosks/kiosk-news.tsx'
import { useNoticeNews } from '../notices/notice-news.tsx'
import { Palette } from '../search/Palette.tsx'
import { useSession } from '../sign-in/session-store.ts'
import { ClockNotice } from './ClockNotice.tsx'
import { useRoute } from './hash-route.ts'
import { Header } from './Header.tsx'
import { AloneTools } from './AloneTools.tsx'
import { aloneScreen } from './own-window.tsx'
import { OpenShiftProvider } from './open-shift.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { preloadScreens, screens, screensOf } from './screens.tsx'
import { ShortcutsDialog, useShellShortcuts } from './Shortcuts.tsx'
import { Sidebar } from './Sidebar.tsx'
import { SiteProvider } from './site.tsx'
import { StoreNotice } from './StoreNotice.tsx'
import { desktop } from '../bridge.ts'
import { forgetUndo } from '../undo/undo.tsx'
import { UpdateNotice } from '../updates/UpdateNotice.tsx'

interface ShellProps {
  readonly user: User
  /** Somebody has to show who they are first: what they see is covered, and hears nothing new. */
  readonly covered: boolean
}

/** Everything that somebody who is signed in sees. */
export function Shell({ user, covered }: ShellProps) {
  const { resource, refresh } = useSiteResource()
  // A session that is locked or over has no notifications; the next one begins by opening them anew.
  useEffect(() => (covered ? undefined : followNotifications(user.id)), [user.id, covered])
  // What one was doing at the counter is not the next one's to go on with.
  useEffect(() => closeCounter, [user.id])
  useEffect(() => forgetUndo, [user.id])
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
      <OpenShiftProvider>
        <Frame user={user} site={resource.value} />
      </OpenShiftProvider>
    </SiteProvider>
  )
}

/** The site as the server tells it; its booking window moves on at midnight of the site's zone. */
function useSiteResource() {
  const day = useServerTimeSelector((state) => state.timeData?.date ?? null)
  const result = useResource({
    key: 'site',
    load: () => api.call('GET /api/v1/site'),
    refreshOn: ({ type }) => type === 'site_changed',
  })
  const { refresh } = result
  useEffect(() => {
    if (day !== null) void refresh()
  }, [day, refresh])
  return result
}

/** What stands above the screen. */
type Above = 'nothing' | 'shortcuts' | 'palette'

function Frame({ user, site }: { user: User; site: Site }) {
  const t = useT()
  const { screen: asked, query } = useRoute()
  // An address that is not there, or not for this role, shows the first screen.
  const screen = screensOf(user.role).find((name) => name === asked) ?? aloneScreen ?? 'today'
  const [above, setAbove] = useState<Above>('nothing')
  const menu = useMenu()
  const close = () => setAbove('nothing')
  useBookingNews()
  useKioskNews(user)
  useNoticeNews()
  useClockNews()
  useShellShortcuts(
    user.role,
    () => setAbove('shortcuts'),
    () => setAbove('palette'),
  )
  useWindowTitle(t('console.title', { screen: t(screens[screen].title), site: site.name }))
  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={skipToMain}>
        {t('console.skip')}
      </a>
      <Header
        menu={aloneScreen === undefined ? { isOpen: menu.isOpen, toggle: menu.toggle } : undefined}
        menuButton={menu.button}
        alone={aloneScreen && <AloneTools user={user} home={aloneScreen} screen={screen} />}
        onSearch={() => setAbove('palette')}
      />
      <div className="shell__body">
        {aloneScreen === undefined && (
          <Sidebar
            user={user}
            screen={screen}
            isOpen={menu.isOpen}
            onShortcuts={() => setAbove('shortcuts')}
            onLeave={menu.close}
          />
        )}
        <div className="shell__screen">
          <StoreNotice />
          <ClockNotice />
          {desktop !== undefined && aloneScreen === undefined && user.role === 'admin' && (
            <UpdateNotice bridge={desktop} />
          )}
          <main className="screen" id="main" tabIndex={-1}>
            <ScreenBoundary key={screen}>
              <Suspense fallback={<Waiting />}>
                {screens[screen].show({ user, query })}
                <Preload role={user.role} />
              </Suspense>
            </ScreenBoundary>
          </main>
        </div>
      </div>
      {above === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {above === 'palette' && <Palette user={user} onClose={close} />}
      <Counter />
    </div>
  )
}

/** How many things need somebody stands before it, as on the program's icon. Of a locked console the lock says the title. */
function useWindowTitle(title: string) {
  const t = useT()
  const count = useAttentionSigns()
  const isIn = useSession(({ is }) => is === 'signed-in')
  useEffect(() => {
    if (isIn) document.title = count === 0 ? title : t('console.titleCount', { count, title })
  }, [t, title, count, isIn])
}

/** Stands beside the first screen: once that is there, the others are fetched, for when the server is away. */
function Preload({ role }: { role: Role }) {
  useEffect(() => void preloadScreens(role), [role])
  return null
}

/** The navigation of a narrow window; Escape shuts it and gives the focus back to its button. */
function useMenu() {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]') !== null) return
      setIsOpen(false)
      button.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen])
  return { isOpen, button, toggle: () => setIsOpen((before) => !before), close: () => setIsOpen(false) }
}

/** The address's hash says which screen is shown, so the skip link moves the focus and leaves it alone. */
function skipToMain(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
