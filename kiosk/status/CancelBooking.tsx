import { useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { QuestionDialog } from '../frame/QuestionDialog.tsx'
import { failureOf, type KioskApi } from '../session/kiosk-api.ts'
import type { Failure } from '../session/session.ts'

interface CancelBookingProps {
  readonly booking: Pick<Booking, 'id' | 'resource'>
  /** Speaks for whoever holds the booking's token. */
  readonly client: KioskApi
  readonly onChanged: () => void
}

type Asking = 'no' | 'asked' | 'sent'

/** Gives a booking back, once the customer has said so twice. */
export function CancelBooking({ booking, client, onChanged }: CancelBookingProps) {
  const t = useT()
  const [asking, setAsking] = useState<Asking>('no')
  const [failure, setFailure] = useState<Failure>()
  const keep = () => setAsking('no')
  async function cancel(): Promise<void> {
    setAsking('sent')
    setFailure(undefined)
    try {
      await client.call('POST /api/v1/bookings/{id}/cancel', { params: { id: booking.id } })
    } catch (error) {
      setFailure(failureOf(error))
    }
    setAsking('no')
    // Refused or not, the server knows best how it stands now.
    onChanged()
  }
  return (
    <div className="status__cancel">
      {failure !== undefined && (
        <p className="notice" role="alert">
          {t(`error.${failure}`)}
        </p>
      )}
      <button type="button" className="button" disabled={asking === 'sent'} onClick={() => setAsking('asked')}>
        {t('status.cancel')}
      </button>
      {asking === 'asked' && (
        <QuestionDialog
          title={t('status.cancelAsk.title')}
          body={t('status.cancelAsk.body', { bay: booking.resource.label })}
          onCancel={keep}
        >
          <button type="button" className="button" onClick={() => void cancel()}>
            {t('status.cancelAsk.yes')}
          </button>
          <button type="button" className="button button--primary" onClick={keep}>
            {t('status.cancelAsk.no')}
          </button>
        </QuestionDialog>
      )}
    </div>
  )
}
