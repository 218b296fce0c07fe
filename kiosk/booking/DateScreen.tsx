import { addDays, formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { WaysOut } from '../frame/WaysOut.tsx'
import { daysOf, hoursOn } from '../opening/opening-hours.ts'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'

/** The days that can be booked, first to last as the server says. */
export function DateScreen({ session }: { readonly session: SessionAt<'date'> }) {
  const t = useT()
  const { window } = useSite()
  return (
    <Screen
      name="date"
      title={t('kiosk.date.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={<WaysOut />}
    >
      <ul className="days">
        {daysOf(window).map((date) => (
          <li key={date}>
            <DayButton date={date} />
          </li>
        ))}
      </ul>
    </Screen>
  )
}

function DayButton({ date }: { readonly date: string }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const nearness = useNearness(date)
  const hours = hoursOn(site, 'wash', date)
  const closed = hours.length === 0
  return (
    <button
      type="button"
      className="card day"
      disabled={closed}
      data-date={date}
      onClick={() => send({ type: 'date_chosen', date })}
    >
      <span className="day__name">{formatCalendarDate(date, t.language)}</span>
      <span className="day__hours tabular">
        {closed ? (
          <span className="badge">{t('kiosk.date.closed')}</span>
        ) : (
          [nearness, ...hours.map((span) => t('kiosk.hours', { opens: span.opens, closes: span.closes }))]
            .filter(Boolean)
            .join(' · ')
        )}
      </span>
    </button>
  )
}

/** Today or tomorrow, today being the server's day. */
function useNearness(date: string): string | undefined {
  const t = useT()
  const today = useServerTimeSelector((state) => state.timeData?.date)
  if (date === today) return t('kiosk.date.today')
  return today !== undefined && date === addDays(today, 1) ? t('kiosk.date.tomorrow') : undefined
}
