import { Suspense, useEffect, useRef } from 'react'
import { useServerTimeSelector, useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { ResourceMemoryProvider } from '../connection/resource-memory.tsx'
import { FirstStart } from '../setup/FirstStart.tsx'
import { EndedDialog } from '../sign-in/EndedDialog.tsx'
import { LockScreen } from '../sign-in/LockScreen.tsx'
import { askWhoIsHere, useSession } from '../sign-in/session-store.ts'
import { OwnPasswordPage } from '../sign-in/OwnPasswordPage.tsx'
import { SignInPage } from '../sign-in/SignInPage.tsx'
import { useIdleLock } from '../sign-in/use-idle-lock.ts'
import { useOtherWindows } from '../sign-in/use-other-windows.ts'
import { StartPage } from '../sign-in/StartPage.tsx'
import { ConsoleToasts } from './ConsoleToasts.tsx'
import { lazyScreen } from './lazy-screen.tsx'
import { Shell } from './Shell.tsx'

const RecoveryPage = lazyScreen(async () => (await import('../admin/backups/RecoveryPage.tsx')).RecoveryPage)

export function App() {
  return (
    <>
      <ConsoleSessionView />
      <ConsoleToasts />
    </>
  )
}

function ConsoleSessionView() {
  const session = useSession()
  useAskingWhoIsHere()
  useBeingKnownByName()
  useIdleLock()
  useOtherWindows()
  useKeptFocus()
  switch (session.is) {
    case 'starting':
    case 'unreachable':
      return <StartPage unreachable={session.is === 'unreachable'} />
    case 'setup':
      return <FirstStart suggestedTimezone={session.suggestedTimezone} />
    case 'recovery':
      return (
        <Suspense fallback={<StartPage unreachable={false} />}>
          <RecoveryPage recovery={session.recovery} />
        </Suspense>
      )
    case 'signed-out':
      return <SignInPage left={session.left} />
    case 'new-password':
      return <OwnPasswordPage user={session.user} />
    case 'signed-in':
    case 'ended':
    case 'locked':
      return (
        <>
          {/* Not drawn while it is covered: what is hidden is neither printed nor found by searching the page. */}
          <div hidden={session.is !== 'signed-in'}>
            {session.user !== null && (
              // By user: what one has typed waits behind the lock, and somebody else never meets it.
              <ResourceMemoryProvider key={session.user.id}>
                <Shell user={session.user} covered={session.is !== 'signed-in'} />
              </ResourceMemoryProvider>
            )}
          </div>
          {session.is === 'ended' && <EndedDialog user={session.user} />}
          {session.is === 'locked' && <LockScreen />}
        </>
      )
  }
}

/** Gives the focus back to where it was before the screens were covered, which hiding them loses. */
function useKeptFocus() {
  const kept = useRef<Element | null>(null)
  const isIn = useSession(({ is }) => is === 'signed-in')
  useEffect(
    () =>
      useSession.subscribe(({ is }, { is: before }) => {
        if (before === 'signed-in' && (is === 'locked' || is === 'ended')) kept.current = document.activeElement
      }),
    [],
  )
  useEffect(() => {
    if (!isIn) return
    if (kept.current instanceof HTMLElement && kept.current.isConnected) kept.current.focus()
    kept.current = null
  }, [isIn])
}

/** Asks at the start, and again as soon as the server is seen after it was not. */
function useAskingWhoIsHere() {
  const isConnected = useServerTimeSelector((state) => state.isConnected)
  useEffect(() => {
    const { is } = useSession.getState()
    if (is === 'starting' || is === 'unreachable') void askWhoIsHere()
  }, [isConnected])
}

/** A socket belongs to whoever opened it; after a sign-in the time is followed by name, as the Clock screen lists it. */
function useBeingKnownByName() {
  const store = useServerTimeStore()
  useEffect(
    () =>
      useSession.subscribe(({ is }, { is: before }) => {
        if (is !== 'signed-in' || before === 'signed-in' || before === 'starting' || before === 'unreachable') return
        store.stop()
        store.start()
      }),
    [store],
  )
}
