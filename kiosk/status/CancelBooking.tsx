import { useEffect, useRef, useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
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
        <SureDialog bay={booking.resource.label} onYes={() => void cancel()} onNo={() => setAsking('no')} />
      )}
    </div>
  )
}

interface SureDialogProps {
  readonly bay: string
  readonly onYes: () => void
  readonly onNo: () => void
}

function SureDialog({ bay, onYes, onNo }: SureDialogProps) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const open = dialog.current
    open?.showModal()
    return () => open?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="still-there"
      aria-labelledby="sure-title"
      aria-describedby="sure-body"
      onCancel={(event) => {
        event.preventDefault()
        onNo()
      }}
    >
      <h2 id="sure-title" className="still-there__title">
        {t('status.cancelAsk.title')}
      </h2>
      <p id="sure-body" className="still-there__body">
        {t('status.cancelAsk.body', { bay })}
      </p>
      <button type="button" className="button" onClick={onYes}>
        {t('status.cancelAsk.yes')}
      </button>
      <button type="button" className="button button--primary" onClick={onNo}>
        {t('status.cancelAsk.no')}
      </button>
    </dialog>
  )
}
