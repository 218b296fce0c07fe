import type { ReactNode } from 'react'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { methodWord } from './method-word.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Plate } from '../controls/Plate.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { bookingActions, nextBookingStep, type BookingAction } from './booking-actions.ts'
import { StateMark } from './StateMark.tsx'

interface BookingSheetProps {
  readonly booking: StaffBooking
  readonly onAction: (action: BookingAction) => void
  readonly onClose: () => void
}

/** All about one booking, and everything that can be done to it. */
export function BookingSheet({ booking, onAction, onClose }: BookingSheetProps) {
  const t = useT()
  const actions = bookingActions(booking)
  return (
    <Dialog title={t('console.bookings.sheet', { reference: booking.reference })} onClose={onClose}>
      <div className="sheet">
        <p className="sheet__head">
          <Plate plate={booking.plate} large /> <StateMark state={booking.state} kind={booking.kind} />
        </p>
        <BookingFacts booking={booking} />
        {actions.length === 0 && <p className="field__hint">{t('console.bookings.sheetNone')}</p>}
        <ul className="sheet__actions">
          {actions.map((action) => (
            <SheetAction key={action} booking={booking} action={action} onAction={() => onAction(action)} />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

interface SheetActionProps {
  readonly booking: StaffBooking
  readonly action: BookingAction
  readonly onAction: () => void
}

function SheetAction({ booking, action, onAction }: SheetActionProps) {
  const t = useT()
  const at = useSiteTime()
  // Nobody can have missed what has not begun; in doubt about the time, the server decides.
  const tooEarly = useServerTimeSelector((state) => action === 'no_show' && state.isAfterServerTime(booking.start))
  return (
    <li>
      <Button
        data-command={`booking.${action}`}
        data-of={booking.reference}
        look={lookOf(action, booking)}
        aria-disabled={tooEarly}
        onClick={onAction}
      >
        {t(`console.action.${action}`)}
      </Button>
      <span className="field__hint">
        {tooEarly ? t('console.action.notYet', { time: at(booking.start) }) : t(`console.action.hint.${action}`)}
      </span>
    </li>
  )
}

function lookOf(action: BookingAction, booking: StaffBooking) {
  return action === nextBookingStep(booking) ? 'primary' : 'plain'
}

function BookingFacts({ booking }: { booking: StaffBooking }) {
  const t = useT()
  const at = useSiteTime()
  const paid = booking.paid
  return (
    <dl className="facts">
      <Fact name={t('console.bookings.column.time')}>
        {t('console.bookings.interval', { start: at(booking.start), end: at(booking.end) })}
      </Fact>
      <Fact name={t('console.bookings.column.service')}>
        {booking.service?.name ?? t('console.bookings.kind.parking')}
      </Fact>
      <Fact name={t('console.bookings.column.bay')}>{booking.resource.label}</Fact>
      <Fact name={t('console.bookings.column.price')}>{formatMoney(booking.price, t.language)}</Fact>
      <Fact name={t('console.bookings.column.paid')}>
        {paid === null
          ? t('console.bookings.unpaidSpoken')
          : t('console.bookings.paidBy', {
              amount: formatMoney(paid.amount, t.language),
              method: methodWord(paid.method, t),
              time: at(paid.at),
            })}
      </Fact>
      {booking.state === 'held' && booking.hold_expires_at !== null && (
        <Fact name={t('console.bookings.holdUntil')}>{at(booking.hold_expires_at)}</Fact>
      )}
      {booking.state === 'awaiting_payment' && booking.payment_expires_at !== null && (
        <Fact name={t('console.bookings.payUntil')}>{at(booking.payment_expires_at)}</Fact>
      )}
      {booking.phone !== null && <Fact name={t('console.bookings.phone')}>{booking.phone}</Fact>}
      <Fact name={t('console.bookings.madeBy')}>
        {t('console.bookings.madeByAt', { by: booking.made_by, at: at(booking.created_at) })}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="facts__fact">
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  )
}
