import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { failureOf, wordsOf } from '../connection/failure.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { BookingPayment } from '../counter/BookingPayment.tsx'
import { openCounter } from '../counter/counter-task.ts'
import { BookingSheet } from './BookingSheet.tsx'
import { BookingTable } from './BookingTable.tsx'
import { FinalStepDialog } from './FinalStepDialog.tsx'
import { isAnyDay, type BookingFilter } from './filters.ts'
import type { BookingAction } from './booking-actions.ts'
import { LateMoneyDialog } from './LateMoneyDialog.tsx'
import { MoveBookingDialog } from './MoveBookingDialog.tsx'
import { RefundDialog } from './RefundDialog.tsx'
import { useBookingActions } from './use-booking-actions.ts'

interface BookingListProps {
  readonly day: { readonly date: string; readonly bookings: readonly StaffBooking[] }
  readonly today: string
  readonly filter: BookingFilter
  readonly refresh: () => Promise<void>
  readonly onClear: () => void
}

/** Steps that open a dialog of their own. */
const asked = ['pay', 'no_show', 'cancel', 'move', 'refund', 'late'] as const
type Asked = (typeof asked)[number]

function isAsked(action: BookingAction): action is Asked {
  return asked.some((one) => one === action)
}

/** What is open above the list. */
type Open = { readonly is: 'nothing' } | { readonly is: 'sheet' | Asked; readonly booking: StaffBooking }

export function BookingList({ day, today, filter, refresh, onClear }: BookingListProps) {
  const t = useT()
  const { busy, newest, perform, paid } = useBookingActions(refresh)
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const close = () => setOpen({ is: 'nothing' })

  const act = (booking: StaffBooking, action: BookingAction) => {
    if (isAsked(action)) return setOpen({ is: action, booking })
    close()
    if (action === 'exit') return openCounter({ is: 'exit', text: booking.plate })
    perform(booking, action).catch((error: unknown) => toast.error(wordsOf(failureOf(error), t)))
  }

  const bookings = day.bookings.map(newest)
  const booking =
    open.is === 'nothing' ? undefined : (bookings.find(({ id }) => id === open.booking.id) ?? open.booking)
  return (
    <>
      <p className="list-count" role="status">
        {t('console.bookings.count', { count: bookings.length })}
      </p>
      {bookings.length === 0 ? (
        <NothingHere filter={filter} past={day.date < today} onClear={onClear} />
      ) : (
        <BookingTable
          caption={
            isAnyDay(filter)
              ? t('console.bookings.captionAnyDay')
              : t('console.bookings.caption', { day: formatCalendarDate(day.date, t.language) })
          }
          bookings={bookings}
          busy={busy}
          onAction={act}
          onOpen={(chosen) => setOpen({ is: 'sheet', booking: chosen })}
        />
      )}
      {booking !== undefined && open.is === 'sheet' && (
        <BookingSheet booking={booking} onAction={(action) => act(booking, action)} onClose={close} />
      )}
      {booking !== undefined && open.is === 'pay' && (
        <BookingPayment booking={booking} onPaid={() => paid(booking)} onClose={close} />
      )}
      {booking !== undefined && open.is === 'move' && (
        <MoveBookingDialog booking={booking} onDone={() => void refresh()} onClose={close} />
      )}
      {booking !== undefined && open.is === 'late' && (
        <LateMoneyDialog booking={booking} onDone={() => void refresh()} onClose={close} />
      )}
      {booking !== undefined && open.is === 'refund' && booking.paid !== null && booking.payment_id !== null && (
        <RefundDialog
          booking={{ ...booking, paid: booking.paid, payment_id: booking.payment_id }}
          onDone={() => void refresh()}
          onClose={close}
        />
      )}
      {booking !== undefined && (open.is === 'no_show' || open.is === 'cancel') && (
        <FinalStepDialog
          booking={booking}
          action={open.is}
          onConfirm={() => perform(booking, open.is === 'cancel' ? 'cancel' : 'no_show')}
          onClose={close}
        />
      )}
    </>
  )
}

function NothingHere({ filter, past, onClear }: { filter: BookingFilter; past: boolean; onClear: () => void }) {
  const t = useT()
  if (filter.text !== '' || filter.state !== null || filter.kind !== null) {
    return (
      <EmptyState title={t('console.bookings.emptySearch')} hint={t('console.bookings.emptySearchHint')}>
        <Button onClick={onClear}>{t('console.bookings.clear')}</Button>
      </EmptyState>
    )
  }
  return past ? (
    <EmptyState title={t('console.bookings.emptyPast')} hint={t('console.bookings.emptyPastHint')} />
  ) : (
    <EmptyState title={t('console.bookings.empty')} hint={t('console.bookings.emptyHint')} />
  )
}
