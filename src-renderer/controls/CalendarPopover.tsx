import { parseDate } from '@internationalized/date'
import { use } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DatePickerStateContext,
  Dialog,
  Heading,
  Popover,
} from 'react-aria-components'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

interface CalendarPopoverProps {
  readonly portal: { readonly UNSTABLE_portalContainer?: Element }
  /** The server's day, YYYY-MM-DD, as soon as it is known. */
  readonly today: string | undefined
}

/** A month to point at. */
export function CalendarPopover({ portal, today }: CalendarPopoverProps) {
  return (
    <Popover className="popover" offset={4} {...portal}>
      <Dialog className="calendar">
        <Calendar>
          <header className="calendar__head">
            <Button slot="previous" className="button button--quiet">
              <Arrow />
            </Button>
            <Heading className="calendar__month" level={3} />
            <Button slot="next" className="button button--quiet calendar__next">
              <Arrow />
            </Button>
          </header>
          <CalendarGrid className="calendar__grid" weekdayStyle="short">
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className="calendar__weekday">{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => (
                <CalendarCell
                  className="calendar__day tabular"
                  date={date}
                  data-site-today={date.toString() === today ? 'yes' : undefined}
                />
              )}
            </CalendarGridBody>
          </CalendarGrid>
        </Calendar>
        {today !== undefined && <TodayButton today={today} />}
      </Dialog>
    </Popover>
  )
}

/** Says which day it is, and takes it. */
function TodayButton({ today }: { today: string }) {
  const t = useT()
  const state = use(DatePickerStateContext)
  const day = parseDate(today)
  return (
    <Button
      slot={null}
      className="button calendar__today"
      onPress={() => {
        state?.setValue(day)
        state?.close()
      }}
    >
      {t('controls.calendar.today', { date: formatCalendarDate(today, t.language) })}
    </Button>
  )
}

function Arrow() {
  return (
    <svg
      className="calendar__arrow"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M10 3L5 8l5 5" />
    </svg>
  )
}
