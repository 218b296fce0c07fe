import { useState, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ChoosePinDialog } from '../clock/ChoosePinDialog.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { AuthoriseFields } from './AuthoriseFields.tsx'
import { authoriseFaults, type Authorised } from './authorise.ts'

interface AuthoriseDialogProps {
  readonly title: string
  /** The word on the button that does it. */
  readonly confirm: string
  readonly look?: 'primary' | 'danger'
  /** What anybody may do with a reason needs no PIN. */
  readonly needsPin: boolean
  /** What is not right in the dialog's own fields, in words; asked when somebody sends it. */
  readonly fault?: string | undefined
  /** Ends when the server has done it. */
  readonly onConfirm: (authorised: Authorised) => Promise<void>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Something that is put on record with a reason, and mostly with the PIN; who has none chooses one on the way. */
export function AuthoriseDialog(props: AuthoriseDialogProps) {
  const { title, confirm, look = 'primary', needsPin, fault, onConfirm, onClose, children } = props
  const t = useT()
  const { task, run, clear } = useTask()
  const [form, setForm] = useState<Authorised>({ reason: '', pin: '' })
  const [isTried, setIsTried] = useState(false)
  const faults = authoriseFaults(form, needsPin)
  const submit = async () => {
    setIsTried(true)
    if (faults.length > 0 || fault !== undefined) return
    await run(async () => {
      await onConfirm({ reason: form.reason.trim(), pin: form.pin })
      onClose()
    })
  }
  if (task.is === 'failed' && task.failure.code === 'pin_not_set') {
    return <ChoosePinDialog onChosen={(pin) => (clear(), setForm({ ...form, pin }))} onClose={onClose} />
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('console.keep')}</Button>
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
        {children}
        {isTried && fault !== undefined && <p className="field__fault">{fault}</p>}
        <AuthoriseFields form={form} faults={isTried ? faults : []} needsPin={needsPin} onForm={setForm} />
        {/* Enter sends a form of several fields only where it has a button. */}
        <button type="submit" hidden />
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
