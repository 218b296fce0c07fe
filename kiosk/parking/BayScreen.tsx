import type { ParkingAvailability } from '../../src-shared/api/parking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Busy } from '../frame/Busy.tsx'
import { FailureNotice } from '../frame/FailureNotice.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { useBookingBlocked } from '../frame/submit-gate.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { useSend } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { FreeBaysMap } from './FreeBaysMap.tsx'
import { PriceLines } from './PriceLines.tsx'
import { useBays } from './use-bays.ts'
import { useLotPlan } from './use-lot-plan.ts'

/** Where the car stands: any free bay unless the customer wants a certain one. What is taken meanwhile turns so at once. */
export function BayScreen({ session }: { readonly session: SessionAt<'bay'> }) {
  const t = useT()
  const ask = useBays(session)
  const { bays, bay } = session
  const canTake = bays.are === 'here' && bays.availability.free > 0
  return (
    <Screen
      name="bay"
      title={t('kiosk.bay.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={<WaysOut />}
      primary={canTake && <TakeButton label={bay?.label} />}
    >
      {/* Always in the page, so that a screen reader hears what comes to stand in it. */}
      <div className="live" role="status">
        {session.gone !== undefined && <p className="notice">{t('kiosk.bay.gone', { bay: session.gone })}</p>}
      </div>
      {bays.are === 'loading' && <Busy words={t('kiosk.bay.loading')} />}
      {bays.are === 'missing' && (
        <div className="empty">
          <FailureNotice failure={bays.failure} />
          <button type="button" className="button" onClick={ask}>
            {t('common.tryAgain')}
          </button>
        </div>
      )}
      {bays.are === 'here' && !canTake && <NoneFree />}
      {canTake && <FreeBays session={session} availability={bays.availability} />}
    </Screen>
  )
}

function TakeButton({ label }: { readonly label: string | undefined }) {
  const t = useT()
  const send = useSend()
  const blocked = useBookingBlocked()
  return (
    <PrimaryButton onPress={() => send({ type: 'bay_done' })} blockedBecause={blocked}>
      {label === undefined ? t('kiosk.bay.takeAny') : t('kiosk.bay.take', { bay: label })}
    </PrimaryButton>
  )
}

function NoneFree() {
  const t = useT()
  const send = useSend()
  return (
    <div className="empty">
      <p>{t('kiosk.bay.none')}</p>
      <button type="button" className="button" onClick={() => send({ type: 'back' })}>
        {t('kiosk.bay.otherTime')}
      </button>
    </div>
  )
}

interface FreeBaysProps {
  readonly session: SessionAt<'bay'>
  readonly availability: ParkingAvailability
}

function FreeBays({ session, availability }: FreeBaysProps) {
  const t = useT()
  const send = useSend()
  const plan = useLotPlan()
  const { free, quote } = availability
  return (
    <div className="bay-choice">
      <div className="bay-choice__side">
        <button
          type="button"
          className="card choice-card any-bay"
          aria-pressed={session.bay === undefined}
          onClick={() => send({ type: 'bay_picked', bay: undefined })}
        >
          <span className="choice-card__name">{t('kiosk.bay.any')}</span>
          <span className="choice-card__words">{t('kiosk.bay.anyWords', { free })}</span>
        </button>
        {quote !== null && <PriceLines quote={quote} />}
      </div>
      <div className="bay-choice__map">
        {plan === 'asked' && <Busy words={t('common.loading')} />}
        {plan === 'missing' && <p className="screen__lead">{t('kiosk.bay.noMap')}</p>}
        {typeof plan === 'object' && (
          <FreeBaysMap
            layout={plan}
            availability={availability}
            bayClass={session.stay.bayClass}
            chosen={session.bay}
          />
        )}
      </div>
    </div>
  )
}
