import { formatDayParts } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { DateField } from '../controls/DateField.tsx'
import { useSite } from '../shell/site.tsx'
import { daysOfWindow } from './filters.ts'

interface DaySwitcherProps {
  /** The server's day, YYYY-MM-DD. */
  readonly today: string
  /** The day shown; null while bookings of any day are looked for. */
  readonly date: string | null
  readonly searching: boolean
  readonly onDate: (date: string | null) => void
}

/** The days of the booking window side by side, and any earlier day by its date. */
export function DaySwitcher({ today, date, searching, onDate }: DaySwitcherProps) {
  const t = useT()
  const { window } = useSite()
  return (
    <div className="days">
      <ul className="days__list" aria-label={t('console.bookings.days')}>
        {searching && (
          <li>
            <button
              type="button"
              className="days__day"
              aria-current={date === null ? 'date' : undefined}
              onClick={() => onDate(null)}
            >
              {t('console.bookings.anyDay')}
            </button>
          </li>
        )}
        {daysOfWindow(window).map((day) => (
          <li key={day}>
            <button
              type="button"
              className="days__day"
              aria-current={day === date ? 'date' : undefined}
              onClick={() => onDate(day)}
            >
              <DayName day={day} isToday={day === today} />
            </button>
          </li>
        ))}
      </ul>
      <DateField
        label={t('console.bookings.otherDay')}
        max={window.max_date}
        value={date ?? ''}
        onValue={(day) => {
          if (day !== '') onDate(day)
        }}
      />
    </div>
  )
}

function DayName({ day, isToday }: { day: string; isToday: boolean }) {
  const t = useT()
  const parts = formatDayParts(day, t.language)
  return (
    <>
      <span className="days__weekday">{isToday ? t('console.bookings.todayMark') : parts.weekday}</span>{' '}
      <span>{parts.day}</span>
    </>
  )
}
