import { toast } from 'react-toastify/unstyled'
import type { User } from '../../src-shared/api/site-schemas.ts'
import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { wordsOf } from '../connection/failure.ts'
import { useNotifications } from '../connection/live.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'

type KioskChange = Extract<Notification, { type: 'kiosk_changed' }>

/** Tells of tablets that come and go for good; a tablet that only blinks is seen in the list. */
export function useKioskNews(user: User) {
  const t = useT()
  useNotifications((notification) => {
    if (notification.type !== 'kiosk_changed') return
    const { change, name } = notification
    if (change === 'paired') {
      // Long enough to walk over and look at the tablet.
      toast.success(<PairedNews news={notification} mayUndo={mayUndo(user, notification)} />, { autoClose: 60_000 })
    }
    if (change === 'unpaired') toast.info(t('console.news.kioskUnpaired', { name }))
  })
}

function mayUndo(user: User, { paired_by: pairedBy }: KioskChange): boolean {
  return user.role !== 'attendant' || pairedBy === user.id
}

/** Whoever made the code has let the tablet in; where another one was quicker, this takes it back. */
function PairedNews({ news: { name, device_id: id }, mayUndo: may }: { news: KioskChange; mayUndo: boolean }) {
  const t = useT()
  const { task, run } = useTask()
  const undo = async (deviceId: string) => {
    await api.call('DELETE /api/v1/devices/{id}', { params: { id: deviceId } })
  }
  return (
    <div className="news">
      <p>{t('console.news.kioskPaired', { name })}</p>
      {may && id !== undefined && (
        <Button look="quiet" busy={task.is === 'busy'} onClick={() => void run(() => undo(id))}>
          {t('console.news.kioskUndo', { name })}
        </Button>
      )}
      {task.is === 'failed' && <p role="alert">{wordsOf(task.failure, t)}</p>}
    </div>
  )
}
