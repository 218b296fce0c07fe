import { useT } from '../../../src-shared/ui/translator.tsx'
import type { Task } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'

interface SaveBarProps {
  readonly dirty: boolean
  readonly task: Task
  /** What has changed, in a few words. */
  readonly summary?: string | undefined
  readonly onSave: () => void
  /** Throws away what is typed and shows what the server has. */
  readonly onDiscard: () => void
}

/** The foot of a form: save, or throw away. A failure keeps all that is typed. */
export function SaveBar({ dirty, task, summary, onSave, onDiscard }: SaveBarProps) {
  const t = useT()
  const isOld = task.is === 'failed' && task.failure.code === 'changed_meanwhile'
  return (
    <div className="save-bar" data-dirty={dirty}>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <div className="save-bar__row">
        <p role="status">{dirty ? (summary ?? t('admin.unsaved')) : t('admin.allSaved')}</p>
        <Button aria-disabled={!dirty} onClick={onDiscard}>
          {t(isOld ? 'admin.readAgain' : 'admin.discard')}
        </Button>
        <Button look="primary" aria-disabled={!dirty} busy={task.is === 'busy'} onClick={onSave}>
          {t('admin.save')}
        </Button>
      </div>
      <LeaveGuard dirty={dirty} />
    </div>
  )
}
