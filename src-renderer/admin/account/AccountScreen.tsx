import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { ChoosePinDialog } from '../../clock/ChoosePinDialog.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { Field } from '../../controls/Field.tsx'
import { PasswordInput } from '../../controls/PasswordInput.tsx'

const LEAST = 10
const empty = { password: '', next: '', again: '' }
type Name = keyof typeof empty

/** One's own password and PIN. */
export function AccountScreen({ user }: { user: User }) {
  const t = useT()
  const { task, run } = useTask()
  const [form, setForm] = useState(empty)
  const [isTried, setIsTried] = useState(false)
  const [isChoosing, setIsChoosing] = useState(false)
  const faults: Record<Name, boolean> = {
    password: form.password === '',
    next: form.next.length < LEAST || form.next.toLowerCase() === user.username,
    again: form.again !== form.next,
  }
  const submit = () => {
    setIsTried(true)
    if (Object.values(faults).some(Boolean)) return
    void run(async () => {
      const body = { password: form.password, new_password: form.next }
      await api.call('PUT /api/v1/session/password', { body })
      setForm(empty)
      setIsTried(false)
      toast.success(t('admin.account.changed'))
    })
  }
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.account.title')}</h1>
      </div>
      <p>{t('console.user', { name: user.name, role: t(`console.role.${user.role}`) })}</p>
      <form
        className="form admin-form admin-form--narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <fieldset className="form__part">
          <legend>{t('admin.account.password')}</legend>
          {(['password', 'next', 'again'] as const).map((name) => (
            <Field
              key={name}
              label={t(`admin.account.${name}Label`)}
              fault={isTried && faults[name] ? t(`admin.account.fault.${name}`) : undefined}
            >
              {(tied) => (
                <PasswordInput
                  {...tied}
                  maxLength={200}
                  autoComplete={name === 'password' ? 'current-password' : 'new-password'}
                  value={form[name]}
                  onValue={(value) => setForm({ ...form, [name]: value })}
                />
              )}
            </Field>
          ))}
          <p className="field__hint">{t('admin.account.hint')}</p>
        </fieldset>
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
        <div className="form__actions">
          <Button onClick={() => setIsChoosing(true)}>{t('admin.account.pin')}</Button>
          <Button look="primary" type="submit" busy={task.is === 'busy'}>
            {t('admin.account.submit')}
          </Button>
        </div>
      </form>
      {isChoosing && (
        <ChoosePinDialog
          onChosen={() => {
            setIsChoosing(false)
            toast.success(t('admin.account.pinChanged'))
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </>
  )
}
