import { DemoMark } from '../../src-shared/ui/DemoMark.tsx'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { useBookingBlocked } from '../frame/submit-gate.ts'
import { LanguageSwitch } from '../language/LanguageSwitch.tsx'
import { useKiosk, useSend, useSite } from '../session/kiosk-context.ts'
import { purposesOf } from './purposes.ts'
import { TodaysHours } from './TodaysHours.tsx'
import { useAtRest } from './use-at-rest.ts'

/** What the entrance shows: the site's name, the time, and how to begin. The whole screen begins. */
export function AttractScreen() {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const { speech } = useKiosk()
  const isAtRest = useAtRest()
  const purposes = purposesOf(site)
  const paused = useBookingBlocked()
  const blocked = paused ?? (purposes.length === 0 ? t('kiosk.attract.nothing') : undefined)
  // Where there is only one thing to book, nobody is asked which.
  const only = purposes.length === 1 ? purposes[0] : undefined
  const begin = () => send({ type: 'begin', ...(only === undefined ? {} : { purpose: only }) })
  return (
    <Screen
      name="attract"
      title={site.name}
      lead={t('kiosk.attract.lead')}
      above={
        site.demo && (
          <p>
            <DemoMark className="demo-mark demo-mark--large" />
          </p>
        )
      }
      secondary={site.languages.length > 1 && <LanguageSwitch speech={speech} offered={site.languages} />}
      primary={
        <PrimaryButton className="button--begin" onPress={begin} blockedBecause={blocked}>
          {blocked === undefined ? t('kiosk.attract.begin') : t('kiosk.attract.paused')}
        </PrimaryButton>
      }
    >
      {/* To write the day is the first use of the browser's calendars, which costs a slow tablet a tenth of a second. */}
      <ServerClock className="hero-clock" showDate={isAtRest} />
      <TodaysHours />
    </Screen>
  )
}
