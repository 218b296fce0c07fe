import { formatInstant } from '../../src-shared/format/instant.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { letClasses, purposesOf } from '../attract/purposes.ts'
import { classKeys } from '../frame/progress.ts'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { LeaveButton, WaysOut } from '../frame/WaysOut.tsx'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { soonestArrival } from './stay-times.ts'
import { useCurrentMinute } from './use-current-minute.ts'

/** What is parked, among the classes of bay that the site lets. */
export function BayClassScreen({ session }: { readonly session: SessionAt<'bay_class'> }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const classes = letClasses(site)
  // Most come at once; whoever does not says so on the next screen.
  const minute = useCurrentMinute()
  const soonest = minute === undefined ? undefined : soonestArrival(site, minute)
  const start = soonest === undefined ? {} : { start: formatInstant(soonest.atMs) }
  return (
    <Screen
      name="bay-class"
      title={t('kiosk.bayClass.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={purposesOf(site).length > 1 ? <WaysOut /> : <LeaveButton />}
    >
      {classes.length === 0 && <p className="empty">{t('kiosk.bayClass.none')}</p>}
      <ul className="cards">
        {classes.map((bayClass) => (
          <li key={bayClass}>
            <button
              type="button"
              className="card choice-card"
              data-class={bayClass}
              onClick={() => send({ type: 'bay_class_chosen', bayClass, ...start })}
            >
              <span className="choice-card__name">{t(classKeys[bayClass])}</span>
              <span className="choice-card__words">{t(`${classKeys[bayClass]}Words`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
