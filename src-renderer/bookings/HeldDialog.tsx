import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Plate } from '../controls/Plate.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { Due } from '../counter/Due.tsx'

interface HeldDialogProps {
  readonly booking: Booking
  readonly onConfirmed: (booking: Booking) => void
  /** The hold has run out, or was given back: choose again. */
  readonly onGone: () => void
  readonly onClose: () => void
}

/** The bay is held while the customer decides, by the server's clock. */
export function HeldDialog({ booking, onConfirmed, onGone, onClose }: HeldDialogProps) {
  const t = useT()
  const at = useSiteTime()
  const { task, run } = useTask()
  const isOver = useCountdown(booking.hold_expires_at) === 0
  const params = { id: booking.id }
  const confirm = () => run(async () => onConfirmed(await api.call('POST /api/v1/bookings/{id}/confirm', { params })))
  const giveBack = () =>
    run(async () => {
      await api.call('POST /api/v1/bookings/{id}/cancel', { params })
      onClose()
    })
  return (
    <Dialog
      title={t('counter.held.title')}
      onClose={onClose}
      actions={
        isOver ? (
          <Button look="primary" onClick={onGone}>
            {t('counter.held.again')}
          </Button>
        ) : (
          <>
            <Button onClick={() => void giveBack()}>{t('counter.held.giveBack')}</Button>
            <Button look="primary" busy={task.is === 'busy'} onClick={() => void confirm()}>
              {t('console.action.confirm')}
            </Button>
          </>
        )
      }
    >
      <div className="booked">
        <p>
          <Plate plate={booking.plate} large />
        </p>
        <p>{t('counter.held.text', { bay: booking.resource.label, start: at(booking.start), end: at(booking.end) })}</p>
        <Due amount={booking.price}>
          {booking.hold_expires_at !== null && !isOver && (
            <Countdown deadline={booking.hold_expires_at} words="counter.held.left" />
          )}
        </Due>
        {isOver && (
          <p className="note note--warning" role="alert">
            {t('console.error.hold_expired')}
          </p>
        )}
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </div>
    </Dialog>
  )
}
