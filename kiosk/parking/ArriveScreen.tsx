import { formatInstant } from '../../src-shared/format/instant.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useNearness } from '../booking/DayList.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { useBookingBlocked } from '../frame/submit-gate.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { ChoiceCard } from './ChoiceCard.tsx'
import { arrivalsOn, soonestArrival, type Moment } from './stay-times.ts'
import { useCurrentMinute } from './use-current-minute.ts'

/** When the customer comes: most come at once, so that is one touch. */
export function ArriveScreen({ session }: { readonly session: SessionAt<'arrive'> }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const blocked = useBookingBlocked() !== undefined
  const today = useServerTimeSelector((state) => state.timeData?.date)
  const minute = useCurrentMinute()
  const soonest = minute === undefined ? undefined : soonestArrival(site, minute)
  const hasLaterToday = minute !== undefined && today !== undefined && arrivalsOn(site, today, minute).length > 1
  return (
    <Screen
      name="arrive"
      title={t('kiosk.arrive.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={<WaysOut />}
    >
      {minute !== undefined && soonest === undefined && <p className="empty">{t('kiosk.arrive.none')}</p>}
      {soonest !== undefined && (
        <ul className="cards cards--tall">
          <li className="cards__wide">
            <SoonestCard soonest={soonest} blocked={blocked} />
          </li>
          {hasLaterToday && (
            <li>
              <ChoiceCard
                name={t('kiosk.arrive.laterToday')}
                words={t('kiosk.arrive.pickTime')}
                blocked={blocked}
                onChoose={() => send({ type: 'other_time', date: today })}
              />
            </li>
          )}
          <li>
            <ChoiceCard
              name={t('kiosk.arrive.otherDay')}
              words={t('kiosk.arrive.pickDay')}
              blocked={blocked}
              onChoose={() => send({ type: 'other_day' })}
            />
          </li>
        </ul>
      )}
    </Screen>
  )
}

function SoonestCard({ soonest, blocked }: { readonly soonest: Moment; readonly blocked: boolean }) {
  const t = useT()
  const send = useSend()
  const day = useNearness(soonest.date) ?? formatCalendarDate(soonest.date, t.language)
  return (
    <ChoiceCard
      name={t('kiosk.arrive.at', { day, time: soonest.label })}
      words={t('kiosk.arrive.soonest')}
      large
      blocked={blocked}
      onChoose={() => send({ type: 'arrival_chosen', start: formatInstant(soonest.atMs) })}
    />
  )
}
