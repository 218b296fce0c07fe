import type { ReloadWhen } from '../../src-shared/protocol/kiosk-state.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'

interface ReloadDialogProps {
  readonly title: string
  readonly text: string
  readonly onReload: (when: ReloadWhen) => Promise<void>
  readonly onClose: () => void
}

/** Asks when, where somebody is using a tablet that is to open its page anew. */
export function ReloadDialog({ title, text, onReload, onClose }: ReloadDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const reload = (when: ReloadWhen) =>
    void run(async () => {
      await onReload(when)
      onClose()
    })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" busy={task.is === 'busy'} onClick={() => reload('now')}>
            {t('console.kiosks.reloadNow')}
          </Button>
          <Button look="primary" busy={task.is === 'busy'} onClick={() => reload('free')}>
            {t('console.kiosks.reloadFree')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <p>{t('console.kiosks.askReloadText')}</p>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
