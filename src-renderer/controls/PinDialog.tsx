import { useState, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ChoosePinDialog } from '../clock/ChoosePinDialog.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FailureNote } from './FailureNote.tsx'
import { Field } from './Field.tsx'

interface PinDialogProps {
  readonly title: string
  /** The word on the button that does it. */
  readonly confirm: string
  readonly look?: 'primary' | 'danger'
  /** What else keeps it from being sent, in words. */
  readonly fault?: string | undefined
  /** Ends when the server has done it; what it refuses is told in the dialog. */
  readonly onConfirm: (pin: string) => Promise<void>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks for the PIN before an act that matters; who has none chooses one on the way. */
export function PinDialog({ title, confirm, look = 'primary', fault, onConfirm, onClose, children }: PinDialogProps) {
  const t = useT()
  const { task, run, clear } = useTask()
  const [pin, setPin] = useState('')
  const [isTried, setIsTried] = useState(false)
  const isPin = /^\d{4,8}$/.test(pin)
  const submit = async () => {
    setIsTried(true)
    if (isPin && fault === undefined) await run(() => onConfirm(pin))
  }
  if (task.is === 'failed' && task.failure.code === 'pin_not_set') {
    return <ChoosePinDialog onChosen={(chosen) => (clear(), setPin(chosen))} onClose={onClose} />
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
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
        <Field label={t('clock.vouch.pin')} fault={isTried && !isPin ? t('clock.vouch.pinFault') : undefined}>
          {(tied) => (
            <input
              {...tied}
              className="input input--pin"
              type="password"
              inputMode="numeric"
              maxLength={8}
              autoComplete="off"
              value={pin}
              onChange={(event) => setPin(event.target.value)}
            />
          )}
        </Field>
        {/* Enter sends a form of several fields only where it has a button. */}
        <button type="submit" hidden />
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
