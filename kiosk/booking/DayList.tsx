import { addDays, formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { daysOf, hoursOn } from '../opening/opening-hours.ts'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { Purpose } from '../session/session.ts'

interface DayListProps {
  readonly kind: Purpose
  /** The first day to offer, where the window begins earlier. */
  readonly from?: string | undefined
  /** The first day not to offer any more. */
  readonly before?: string | undefined
}

/** The days that can be booked, first to last as the server says. Closed ones stay to be seen, and cannot be chosen. */
export function DayList({ kind, from = '', before }: DayListProps) {
  const { window } = useSite()
  return (
    <ul className="days">
      {daysOf(window)
        .filter((date) => date >= from && (before === undefined || date < before))
        .map((date) => (
          <li key={date}>
            <DayButton kind={kind} date={date} />
          </li>
        ))}
    </ul>
  )
}

function DayButton({ kind, date }: { readonly kind: Purpose; readonly date: string }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const nearness = useNearness(date)
  const hours = hoursOn(site, kind, date)
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

/** Today or tomorrow, today being the server's day; undefined for any other. */
export function useNearness(date: string): string | undefined {
  const t = useT()
  const today = useServerTimeSelector((state) => state.timeData?.date)
  if (date === today) return t('kiosk.date.today')
  return today !== undefined && date === addDays(today, 1) ? t('kiosk.date.tomorrow') : undefined
}
