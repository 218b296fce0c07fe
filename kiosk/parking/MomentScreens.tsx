import { parseInstant } from '../../src-shared/format/instant.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { DayList } from '../booking/DayList.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { WaysOut } from '../frame/WaysOut.tsx'
import { dateOf } from '../opening/site-day.ts'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { arrivalsOn, departuresOn, nextClosure } from './stay-times.ts'
import { TimeGrid } from './TimeGrid.tsx'
import { useCurrentMinute } from './use-current-minute.ts'

/** The day to come, among those of the booking window. */
export function ArriveDayScreen() {
  const t = useT()
  return (
    <Screen name="arrive-day" title={t('kiosk.arriveDay.title')} above={<StepLine />} secondary={<WaysOut />}>
      <DayList kind="parking" />
    </Screen>
  )
}

/** The day to leave: that of coming, or a later one. */
export function LeaveDayScreen({ session }: { readonly session: SessionAt<'leave_day'> }) {
  const t = useT()
  const site = useSite()
  const from = dateOf(parseInstant(session.start) ?? 0, site.timezone)
  return (
    <Screen name="leave-day" title={t('kiosk.leaveDay.title')} above={<StepLine />} secondary={<WaysOut />}>
      <DayList kind="parking" from={from} before={nextClosure(site, from)} />
    </Screen>
  )
}

/** The minute hour to come. What passes while somebody looks goes off the screen. */
export function ArriveTimeScreen({ session }: { readonly session: SessionAt<'arrive_time'> }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const minute = useCurrentMinute()
  const moments = minute === undefined ? [] : arrivalsOn(site, session.date, minute)
  return (
    <Screen name="arrive-time" title={t('kiosk.arriveTime.title')} above={<StepLine />} secondary={<WaysOut />}>
      <TimeGrid moments={moments} onChoose={(start) => send({ type: 'arrival_chosen', start })} />
    </Screen>
  )
}

/** The minute hour to leave. */
export function LeaveTimeScreen({ session }: { readonly session: SessionAt<'leave_time'> }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const moments = departuresOn(site, session.date, parseInstant(session.start) ?? 0)
  return (
    <Screen name="leave-time" title={t('kiosk.leaveTime.title')} above={<StepLine />} secondary={<WaysOut />}>
      <TimeGrid moments={moments} onChoose={(end) => send({ type: 'departure_chosen', end })} />
    </Screen>
  )
}
