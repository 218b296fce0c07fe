import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { pinFaults, type PinForm } from './vouching.ts'

interface ChoosePinDialogProps {
  readonly onChosen: (pin: string) => void
  readonly onClose: () => void
}

const fields = [
  { name: 'password', autoComplete: 'current-password', hint: undefined },
  { name: 'pin', autoComplete: 'off', hint: 'clock.pin.pinHint' },
  { name: 'again', autoComplete: 'off', hint: undefined },
] as const

/** A PIN for whoever has none yet; the password says that it is really them. */
export function ChoosePinDialog({ onChosen, onClose }: ChoosePinDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [form, setForm] = useState<PinForm>({ password: '', pin: '', again: '' })
  const [isTried, setIsTried] = useState(false)
  const faults = pinFaults(form)

  const submit = async () => {
    setIsTried(true)
    if (faults.length > 0) return
    await run(async () => {
      await api.call('PUT /api/v1/session/pin', { body: { password: form.password, pin: form.pin } })
      onChosen(form.pin)
    })
  }

  return (
    <Dialog
      title={t('clock.pin.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} onClick={() => void submit()}>
            {t('clock.pin.submit')}
          </Button>
        </>
      }
    >
      <p>{t('clock.pin.lead')}</p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {fields.map(({ name, autoComplete, hint }) => (
          <Field
            key={name}
            label={t(`clock.pin.${name}`)}
            {...(hint === undefined ? {} : { hint: t(hint) })}
            fault={isTried && faults.includes(name) ? t(`clock.pin.${name}Fault`) : undefined}
          >
            {(tied) => (
              <input
                {...tied}
                className={name === 'password' ? 'input' : 'input input--pin'}
                type="password"
                inputMode={name === 'password' ? 'text' : 'numeric'}
                autoComplete={autoComplete}
                maxLength={name === 'password' ? 200 : 8}
                value={form[name]}
                onChange={(event) => setForm({ ...form, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <button type="submit" hidden />
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
