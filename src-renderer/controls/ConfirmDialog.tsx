import type { ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import type { Task } from '../connection/use-task.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FailureNote } from './FailureNote.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  /** The word on the button that does it. */
  readonly confirm: string
  /** `primary` for what can be done again the other way. */
  readonly look?: 'primary' | 'danger'
  readonly task: Task
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  look = 'danger',
  task,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const t = useT()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('console.keep')}</Button>
          <Button look={look} busy={task.is === 'busy'} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
