import { useState } from 'react'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { ResponseOf } from '../../src-shared/api/route.ts'
import type { Routes } from '../../src-shared/api/routes.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { NoShiftNote } from '../counter/NoShiftNote.tsx'
import { PaidView } from '../counter/PaidView.tsx'
import { MethodChoice, ReferenceField } from './GivenBackFields.tsx'

interface LateMoneyDialogProps {
  readonly booking: StaffBooking
  readonly onDone: () => void
  readonly onClose: () => void
}

type Outcome = ResponseOf<Routes['POST /api/v1/bookings/{id}/late-payments']>

/** The money came after the booking had expired: the server books it again if the bay is free, else it goes back. */
export function LateMoneyDialog({ booking, onDone, onClose }: LateMoneyDialogProps) {
  const t = useT()
  const keyOf = useIdempotencyKey()
  const { task, run } = useTask()
  const [method, setMethod] = useState<PaymentMethod>('upi')
  const [reference, setReference] = useState('')
  const [outcome, setOutcome] = useState<Outcome>()
  if (outcome !== undefined) return <OutcomeDialog outcome={outcome} onClose={onClose} />
  const send = () =>
    run(async () => {
      const named = reference.trim() === '' || method === 'cash' ? {} : { terminal_reference: reference.trim() }
      const body = { method, ...named }
      const params = { id: booking.id }
      setOutcome(await api.call('POST /api/v1/bookings/{id}/late-payments', { params, headers: keyOf(body), body }))
      onDone()
    })
  const isNoShift = task.is === 'failed' && task.failure.code === 'no_open_shift'
  return (
    <Dialog
      title={t('counter.late.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} onClick={() => void send()}>
            {t('counter.late.submit')}
          </Button>
        </>
      }
    >
      <p>{t('counter.late.lead', { plate: booking.plate, reference: booking.reference })}</p>
      <MethodChoice legend={t('console.pay.method')} method={method} onMethod={setMethod} />
      {method !== 'cash' && <ReferenceField value={reference} onValue={setReference} />}
      <NoShiftNote refused={isNoShift} />
      {task.is === 'failed' && !isNoShift && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}

function OutcomeDialog({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const t = useT()
  const at = useSiteTime()
  const { booking } = outcome
  const facts = {
    plate: booking.plate,
    bay: booking.resource.label,
    time: at(booking.start),
    reference: booking.reference,
  }
  return (
    <Dialog
      title={t(`counter.late.${outcome.outcome}`)}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('console.done')}
        </Button>
      }
    >
      <p role="status">{t(`counter.late.${outcome.outcome}Text`, facts)}</p>
      {outcome.outcome === 'rebooked' && <PaidView payment={outcome.payment} />}
    </Dialog>
  )
}
