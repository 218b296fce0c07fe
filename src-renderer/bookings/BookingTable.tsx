import { useEffect, useRef } from 'react'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime, useSiteTime } from '../controls/SiteTime.tsx'
import { useIsNew } from './booking-news.tsx'
import { methodWord } from './method-word.ts'
import { nextBookingStep, type BookingAction } from './booking-actions.ts'
import { StateMark } from './StateMark.tsx'

interface BookingTableProps {
  readonly caption: string
  readonly bookings: readonly StaffBooking[]
  readonly busy: ReadonlySet<string>
  readonly onAction: (booking: StaffBooking, action: BookingAction) => void
  readonly onOpen: (booking: StaffBooking) => void
}

const columns = ['time', 'plate', 'service', 'bay', 'state', 'price', 'paid', 'reference', 'actions'] as const

export function BookingTable({ caption, bookings, busy, onAction, onOpen }: BookingTableProps) {
  const t = useT()
  const body = useRef<HTMLTableSectionElement>(null)
  useKeptFocus(body)
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`table__${column}`}>
                {t(`console.bookings.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {bookings.map((booking) => (
            <BookingRow
              key={booking.id}
              booking={booking}
              busy={busy.has(booking.id)}
              onAction={(action) => onAction(booking, action)}
              onOpen={() => onOpen(booking)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface BookingRowProps {
  readonly booking: StaffBooking
  readonly busy: boolean
  readonly onAction: (action: BookingAction) => void
  readonly onOpen: () => void
}

function BookingRow({ booking, busy, onAction, onOpen }: BookingRowProps) {
  const t = useT()
  const at = useSiteTime()
  const isNew = useIsNew(booking.id)
  const next = nextBookingStep(booking)
  const facts = { plate: booking.plate, time: at(booking.start), reference: booking.reference }
  return (
    <tr className="row" data-state={booking.state} data-new={isNew} data-booking={booking.id} aria-busy={busy}>
      <th scope="row" className="table__time tabular">
        <SiteTime at={booking.start} />
        {isNew && <strong className="new-mark">{t('console.bookings.newMark')}</strong>}
      </th>
      <td>
        <Plate plate={booking.plate} />
      </td>
      <td>{booking.service?.name ?? t('console.bookings.kind.parking')}</td>
      <td className="table__bay">{booking.resource.label}</td>
      <td>
        <StateMark state={booking.state} kind={booking.kind} />
        <Deadline booking={booking} />
      </td>
      <td data-numeric>{formatMoney(booking.price, t.language)}</td>
      <td data-numeric>
        <Paid booking={booking} />
      </td>
      <td className="table__reference tabular">{booking.reference}</td>
      <td className="table__actions">
        <div className="row__actions">
          {next !== undefined && (
            <Button busy={busy} onClick={() => onAction(next)}>
              {t(`console.action.${next}`)}
            </Button>
          )}
          <button
            data-command="booking.open"
            data-of={booking.reference}
            type="button"
            className="row__handle"
            data-row-handle={booking.id}
            aria-haspopup="dialog"
            aria-label={t('console.bookings.actionsOf', facts)}
            onClick={onOpen}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
              <circle cx="2.5" cy="8" r="1.75" />
              <circle cx="8" cy="8" r="1.75" />
              <circle cx="13.5" cy="8" r="1.75" />
            </svg>
          </button>
        </div>
      </td>
    </tr>
  )
}

/** What still runs against a booking. */
function Deadline({ booking }: { booking: StaffBooking }) {
  const deadline =
    booking.state === 'held'
      ? booking.hold_expires_at
      : booking.state === 'awaiting_payment'
        ? booking.payment_expires_at
        : null
  return deadline === null ? null : <Countdown deadline={deadline} words="console.bookings.left" />
}

function Paid({ booking: { paid } }: { booking: StaffBooking }) {
  const t = useT()
  if (paid !== null) return methodWord(paid.method, t)
  return (
    <>
      <span aria-hidden="true">{t('console.bookings.unpaid')}</span>
      <span className="visually-hidden">{t('console.bookings.unpaidSpoken')}</span>
    </>
  )
}

/** A step that was the last takes its button with it; the focus then stays in the row, on its actions. */
function useKeptFocus(body: React.RefObject<HTMLTableSectionElement | null>) {
  const row = useRef<string>(undefined)
  useEffect(() => {
    const section = body.current
    const remember = () => {
      row.current = document.activeElement?.closest<HTMLElement>('[data-booking]')?.dataset['booking']
    }
    section?.addEventListener('focusin', remember)
    return () => section?.removeEventListener('focusin', remember)
  }, [body])
  useEffect(() => {
    if (row.current === undefined || document.activeElement !== document.body) return
    body.current?.querySelector<HTMLElement>(`[data-row-handle="${CSS.escape(row.current)}"]`)?.focus()
    row.current = undefined
  })
}
