import { useState } from 'react'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { offerUndo } from '../undo/undo.tsx'

interface MoveBookingDialogProps {
  readonly booking: StaffBooking
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Another bay of the same class that is free for the whole booking. */
export function MoveBookingDialog({ booking, onDone, onClose }: MoveBookingDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [bayId, setBayId] = useState('')
  const { start, end, bay_class: bayClass } = booking
  const { resource, refresh } = useResource({
    key: `bays ${booking.id}`,
    load: () =>
      api.call('GET /api/v1/availability/parking', {
        query: { start, end, ...(bayClass === null ? {} : { bay_class: bayClass }) },
      }),
  })
  const moveTo = (id: string) =>
    api.call('POST /api/v1/bookings/{id}/move', { params: { id: booking.id }, body: { bay_id: id } })
  const move = () =>
    run(async () => {
      const moved = await moveTo(bayId)
      offerUndo(t('lot.done.move', { plate: moved.plate, bay: moved.resource.label }), () =>
        moveTo(booking.resource.id),
      )
      onDone()
      onClose()
    })
  return (
    <Dialog
      title={t('lot.act.move-booking')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} aria-disabled={bayId === ''} onClick={() => void move()}>
            {t('lot.move.submit')}
          </Button>
        </>
      }
    >
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ bays }) => (
          <Field label={t('counter.book.bay')}>
            {(tied) => (
              <select {...tied} className="input" value={bayId} onChange={(event) => setBayId(event.target.value)}>
                <option value="">{t('counter.book.pickBay')}</option>
                {bays
                  .filter(({ state }) => state === 'free')
                  .map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        )}
      </ResourceView>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
