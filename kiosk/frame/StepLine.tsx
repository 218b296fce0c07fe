import { useT } from '../../src-shared/ui/translator.tsx'
import { useKioskState, useSite } from '../session/kiosk-context.ts'
import { chosenSoFar, stepOf } from './progress.ts'

/** How far the customer is, and what they have chosen so far. */
export function StepLine() {
  const t = useT()
  const { timezone } = useSite()
  const session = useKioskState((state) => state.session)
  const progress = stepOf(session)
  const chosen = chosenSoFar(session, timezone, t)
  return (
    <p className="step-line">
      {progress !== undefined && <span>{t('kiosk.step', { ...progress })}</span>}
      {chosen.length > 0 && (
        <span className="step-line__choice">
          <span className="visually-hidden">{t('kiosk.choice')}: </span>
          {chosen.join(' · ')}
        </span>
      )}
    </p>
  )
}
