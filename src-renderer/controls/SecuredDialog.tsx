import { useState, type ReactNode } from 'react'
import { ChoosePinDialog } from '../clock/ChoosePinDialog.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FailureNote } from './FailureNote.tsx'

interface SecuredDialogProps {
  readonly title: string
  /** The word on the button that leaves things as they are. */
  readonly cancel: string
  /** The word on the button that does it. */
  readonly confirm: string
  readonly look?: 'primary' | 'danger' | undefined
  /** Whether all that is asked is there; until then nothing is sent. */
  readonly isRight: boolean
  /** Ends when the server has done it; what it refuses is told in the dialog. */
  readonly onSend: () => Promise<void>
  /** A PIN that somebody chose on the way. */
  readonly onPin: (pin: string) => void
  readonly onClose: () => void
  /** The fields. @param isTried somebody has pressed the button, so that what is wrong may be said */
  readonly children: (isTried: boolean) => ReactNode
}

/** The frame of all that asks for the PIN; who has none chooses one on the way, and what was typed is kept. */
export function SecuredDialog(props: SecuredDialogProps) {
  const { title, cancel, confirm, look = 'primary', isRight, onSend, onPin, onClose, children } = props
  const { task, run, clear } = useTask()
  const [isTried, setIsTried] = useState(false)
  const submit = async () => {
    setIsTried(true)
    if (isRight) await run(onSend)
  }
  if (task.is === 'failed' && task.failure.code === 'pin_not_set') {
    return <ChoosePinDialog onChosen={(pin) => (clear(), onPin(pin))} onClose={onClose} />
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button look={look} busy={task.is === 'busy'} onClick={() => void submit()}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children(isTried)}
        {/* Enter sends a form of several fields only where it has a button. */}
        <button type="submit" hidden />
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
