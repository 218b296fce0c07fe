import { useEffect } from 'react'
import { useT } from '../src-shared/ui/translator.tsx'
import { AttractScreen } from './attract/AttractScreen.tsx'
import { StartingScreen } from './attract/StartingScreen.tsx'
import { Busy } from './frame/Busy.tsx'
import { LinkBanner } from './frame/LinkBanner.tsx'
import { TopBar } from './frame/TopBar.tsx'
import { fetchLaterScreens, useLaterScreens } from './later-screens.ts'
import { useKioskState } from './session/kiosk-context.ts'
import type { Session } from './session/session.ts'

/** The kiosk's page: one screen for each state of the session. */
export function KioskApp({ onStay }: { readonly onStay: () => void }) {
  const session = useKioskState((state) => state.session)
  const later = useLaterScreens()
  const atAttract = session.at === 'attract'
  return (
    <div className="kiosk" data-at={session.at}>
      {!atAttract && <TopBar clock />}
      {later !== undefined && <later.Aids />}
      {/* The first screen's own button says that booking is paused, and why. */}
      <LinkBanner isPauseSaidBelow={atAttract} />
      <ScreenFor session={session} />
      {later !== undefined && <later.StillThereDialog onStay={onStay} />}
    </div>
  )
}

function ScreenFor({ session }: { readonly session: Session }) {
  const later = useLaterScreens()
  if (session.at === 'starting') return <StartingScreen />
  if (session.at === 'attract') return <AttractScreen />
  return later === undefined ? <ComingScreen /> : <later.LaterScreenFor session={session} />
}

/** Where somebody was quicker than the screen that follows. */
function ComingScreen() {
  const t = useT()
  useEffect(fetchLaterScreens, [])
  return (
    <main className="screen">
      <Busy words={t('common.loading')} slow={t('kiosk.starting.slow')} />
    </main>
  )
}
