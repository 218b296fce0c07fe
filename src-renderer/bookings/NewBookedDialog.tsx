import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Plate } from '../controls/Plate.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'

interface NewBookedDialogProps {
  readonly booking: Booking
  readonly onPay: () => void
  readonly onClose: () => void
}

/** What to tell the customer, and the next step. */
export function NewBookedDialog({ booking, onPay, onClose }: NewBookedDialogProps) {
  const t = useT()
  const at = useSiteTime()
  return (
    <Dialog
      title={t('console.new.booked')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('console.new.payLater')}</Button>
          <Button look="primary" onClick={onPay}>
            {t('console.new.payNow')}
          </Button>
        </>
      }
    >
      <div className="booked" role="status">
        <p className="booked__reference tabular">{booking.reference}</p>
        <p>
          <Plate plate={booking.plate} large />
        </p>
        <p>
          {t('console.new.bookedText', {
            bay: booking.resource.label,
            plate: booking.plate,
            start: at(booking.start),
          })}
        </p>
        <p className="booked__price tabular">{formatMoney(booking.price, t.language)}</p>
        {booking.payment_expires_at !== null && (
          <p className="field__hint">{t('console.new.payUntil', { time: at(booking.payment_expires_at) })}</p>
        )}
      </div>
    </Dialog>
  )
}
