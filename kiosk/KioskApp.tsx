import { AttractScreen } from './attract/AttractScreen.tsx'
import { PurposeScreen } from './attract/PurposeScreen.tsx'
import { StartingScreen } from './attract/StartingScreen.tsx'
import { DateScreen } from './booking/DateScreen.tsx'
import { EndedScreen } from './booking/EndedScreen.tsx'
import { HoldScreen } from './booking/HoldScreen.tsx'
import { PhoneScreen } from './booking/PhoneScreen.tsx'
import { PlateScreen } from './booking/PlateScreen.tsx'
import { ReferenceScreen } from './booking/ReferenceScreen.tsx'
import { ServiceScreen } from './booking/ServiceScreen.tsx'
import { SlotScreen } from './booking/SlotScreen.tsx'
import { TakingScreen } from './booking/TakingScreen.tsx'
import { LinkBanner } from './frame/LinkBanner.tsx'
import { TopBar } from './frame/TopBar.tsx'
import { StillThereDialog } from './idle/StillThereDialog.tsx'
import { PairingScreen } from './pairing/PairingScreen.tsx'
import { ArriveScreen } from './parking/ArriveScreen.tsx'
import { BayClassScreen } from './parking/BayClassScreen.tsx'
import { BayScreen } from './parking/BayScreen.tsx'
import { LeaveScreen } from './parking/LeaveScreen.tsx'
import { ArriveDayScreen, ArriveTimeScreen, LeaveDayScreen, LeaveTimeScreen } from './parking/MomentScreens.tsx'
import { useKioskState } from './session/kiosk-context.ts'
import type { Session } from './session/session.ts'

/** The kiosk's page: one screen for each state of the session. */
export function KioskApp({ onStay }: { readonly onStay: () => void }) {
  const session = useKioskState((state) => state.session)
  const atAttract = session.at === 'attract'
  return (
    <div className="kiosk" data-at={session.at}>
      {!atAttract && <TopBar clock />}
      {/* The first screen's own button says that booking is paused, and why. */}
      <LinkBanner isPauseSaidBelow={atAttract} />
      <ScreenFor session={session} />
      <StillThereDialog onStay={onStay} />
    </div>
  )
}

function ScreenFor({ session }: { readonly session: Session }) {
  switch (session.at) {
    case 'starting':
      return <StartingScreen />
    case 'unpaired':
    case 'pairing':
      return <PairingScreen />
    case 'attract':
      return <AttractScreen />
    case 'purpose':
      return <PurposeScreen />
    case 'service':
      return <ServiceScreen session={session} />
    case 'date':
      return <DateScreen session={session} />
    case 'slot':
      return <SlotScreen session={session} />
    case 'bay_class':
      return <BayClassScreen session={session} />
    case 'arrive':
      return <ArriveScreen session={session} />
    case 'arrive_day':
      return <ArriveDayScreen />
    case 'arrive_time':
      return <ArriveTimeScreen session={session} />
    case 'leave':
      return <LeaveScreen session={session} />
    case 'leave_day':
      return <LeaveDayScreen session={session} />
    case 'leave_time':
      return <LeaveTimeScreen session={session} />
    case 'bay':
      return <BayScreen session={session} />
    case 'plate':
      return <PlateScreen session={session} />
    case 'phone':
      return <PhoneScreen session={session} />
    case 'taking':
      return <TakingScreen session={session} />
    case 'held':
    case 'confirming':
    case 'settling':
      return <HoldScreen session={session} />
    case 'ended':
      return <EndedScreen session={session} />
    case 'booked':
      return <ReferenceScreen session={session} />
  }
}
