import { useEffect } from 'react'
import { useServerTimeSelector, useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { ResourceMemoryProvider } from '../connection/resource-memory.tsx'
import { FirstStart } from '../setup/FirstStart.tsx'
import { LockDialog } from '../sign-in/LockDialog.tsx'
import { askWhoIsHere, useSession } from '../sign-in/session-store.ts'
import { OwnPasswordPage } from '../sign-in/OwnPasswordPage.tsx'
import { SignInPage } from '../sign-in/SignInPage.tsx'
import { StartPage } from '../sign-in/StartPage.tsx'
import { ConsoleToasts } from './ConsoleToasts.tsx'
import { Shell } from './Shell.tsx'

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
  switch (session.is) {
    case 'starting':
    case 'unreachable':
      return <StartPage unreachable={session.is === 'unreachable'} />
    case 'setup':
      return <FirstStart suggestedTimezone={session.suggestedTimezone} />
    case 'signed-out':
      return <SignInPage left={session.left} />
    case 'new-password':
      return <OwnPasswordPage user={session.user} />
    case 'signed-in':
    case 'locked':
      return (
        <>
          {/* By user: what one has typed waits behind the lock, and somebody else never meets it. */}
          <ResourceMemoryProvider key={session.user.id}>
            <Shell user={session.user} locked={session.is === 'locked'} />
          </ResourceMemoryProvider>
          {session.is === 'locked' && <LockDialog user={session.user} />}
        </>
      )
  }
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
