import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useKioskState } from '../session/kiosk-context.ts'
import type { Place } from '../session/session.ts'
import { choiceOf } from '../session/transitions.ts'

const steps: readonly Place[] = ['service', 'date', 'slot', 'plate', 'phone']

/** How far the customer is, and what they have chosen so far. */
export function StepLine() {
  const t = useT()
  const session = useKioskState((state) => state.session)
  const step = steps.indexOf(session.at) + 1
  const { service, date, slot } = choiceOf(session)
  const chosen = [service?.name, date && formatCalendarDate(date, t.language), slot?.label].filter(Boolean)
  return (
    <p className="step-line">
      <span>{t('kiosk.step', { step, steps: steps.length })}</span>
      {chosen.length > 0 && (
        <span className="step-line__choice">
          <span className="visually-hidden">{t('kiosk.choice')}: </span>
          {chosen.join(' · ')}
        </span>
      )}
    </p>
  )
}
