import { useId, type ReactNode, type RefObject } from 'react'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import type { Task } from '../connection/use-task.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FailureNote } from './FailureNote.tsx'

interface TimedFormDialogProps {
  readonly title: string
  /** The word on the button that sends it. */
  readonly submit: string
  readonly size?: 'narrow' | 'wide'
  readonly task: Task
  readonly form: RefObject<HTMLFormElement | null>
  readonly onSubmit: () => Promise<unknown>
  readonly onClose: () => void
  /** What the server refused and why, where there is more to say than its message. */
  readonly refused?: ReactNode
  /** The fields. */
  readonly children: ReactNode
}

/** A form whose sending begins something at a time: it waits, and says why, while the time cannot be vouched for. */
export function TimedFormDialog(props: TimedFormDialogProps) {
  const { title, submit, size = 'narrow', task, form, onSubmit, onClose, refused, children } = props
  const t = useT()
  const id = useId()
  const blocked = useServerTimeSelector((state) => state.blockedBecause)
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form={id} busy={task.is === 'busy'} aria-disabled={blocked !== null}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="form"
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (blocked === null) void onSubmit()
        }}
      >
        {children}
        {blocked !== null && (
          <p className="note note--warning">
            {t(blocked === 'store_read_only' ? 'console.store.blocked' : `time.blocked.${blocked}`)}
          </p>
        )}
        {refused ?? (task.is === 'failed' && <FailureNote failure={task.failure} />)}
      </form>
    </Dialog>
  )
}
