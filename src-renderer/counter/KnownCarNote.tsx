import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { openCounter } from './counter-task.ts'
import { undoCheckIn } from '../lot/use-bay-work.ts'
import { offerUndo } from '../undo/undo.tsx'
import { useKnownCar } from './use-parked.ts'

/** The plate that is typed stands in the car park already, or has booked: the ticket is then not the next step. */
export function KnownCarNote({ plate, onClose }: { plate: string; onClose: () => void }) {
  const t = useT()
  const at = useSiteTime()
  const { parked, booking } = useKnownCar(plate)
  const { task, run } = useTask()
  if (parked !== undefined) {
    const facts = { plate: parked.plate, bay: parked.bay.label, time: at(parked.entered_at) }
    return (
      <div className="note note--warning" role="status">
        <p>{t('counter.walkIn.parked', facts)}</p>
        <Button onClick={() => openCounter({ is: 'exit', stayId: parked.id })}>{t('counter.walkIn.toExit')}</Button>
      </div>
    )
  }
  if (booking === undefined) return null
  const checkIn = async () => {
    const done = await api.call('POST /api/v1/bookings/{id}/check-in', { params: { id: booking.id } })
    offerUndo(t('lot.done.checkIn', { plate: done.plate, bay: done.resource.label }), () => undoCheckIn(done.id))
    onClose()
  }
  const facts = { plate: booking.plate, bay: booking.resource.label, time: at(booking.start) }
  return (
    <div className="note" role="status">
      <p>{t('counter.walkIn.booked', { ...facts, reference: booking.reference })}</p>
      <Button busy={task.is === 'busy'} onClick={() => void run(checkIn)}>
        {t('console.action.check_in')}
      </Button>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </div>
  )
}
