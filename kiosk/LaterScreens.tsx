import { PurposeScreen } from './attract/PurposeScreen.tsx'
import { DateScreen } from './booking/DateScreen.tsx'
import { EndedScreen } from './booking/EndedScreen.tsx'
import { HoldScreen } from './booking/HoldScreen.tsx'
import { PhoneScreen } from './booking/PhoneScreen.tsx'
import { PlateScreen } from './booking/PlateScreen.tsx'
import { ReferenceScreen } from './booking/ReferenceScreen.tsx'
import { ServiceScreen } from './booking/ServiceScreen.tsx'
import { SlotScreen } from './booking/SlotScreen.tsx'
import { TakingScreen } from './booking/TakingScreen.tsx'
import { PairingScreen } from './pairing/PairingScreen.tsx'
import { ArriveScreen } from './parking/ArriveScreen.tsx'
import { BayClassScreen } from './parking/BayClassScreen.tsx'
import { BayScreen } from './parking/BayScreen.tsx'
import { LeaveScreen } from './parking/LeaveScreen.tsx'
import { ArriveDayScreen, ArriveTimeScreen, LeaveDayScreen, LeaveTimeScreen } from './parking/MomentScreens.tsx'
import type { Place, SessionAt } from './session/session.ts'

export { Aids } from './aids/Aids.tsx'
export { StillThereDialog } from './idle/StillThereDialog.tsx'

interface LaterScreenProps {
  readonly session: SessionAt<Exclude<Place, 'starting' | 'attract'>>
}

/** Every screen but those that a kiosk begins with. */
export function LaterScreenFor({ session }: LaterScreenProps) {
  switch (session.at) {
    case 'unpaired':
    case 'pairing':
      return <PairingScreen />
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
