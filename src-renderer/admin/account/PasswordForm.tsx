import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { Field } from '../../controls/Field.tsx'
import { PasswordInput } from '../../controls/PasswordInput.tsx'

const LEAST = 10
const empty = { password: '', next: '', again: '' }
type Name = keyof typeof empty

interface PasswordFormProps {
  readonly user: User
  /** What the fields are about, where nothing else on the page says it. */
  readonly legend?: string
  /** What the password until now is called. */
  readonly passwordLabel: string
  /** Whether it is all there is to do here, so that it begins at once. */
  readonly takesFocus?: boolean
  readonly onChanged: () => void
  /** Other things to do, before the button that changes the password. */
  readonly children?: ReactNode
}

/** Another password, said twice, for whoever knows the one until now. */
export function PasswordForm({
  user,
  legend,
  passwordLabel,
  takesFocus = false,
  onChanged,
  children,
}: PasswordFormProps) {
  const t = useT()
  const { task, run } = useTask()
  const [form, setForm] = useState(empty)
  const [isTried, setIsTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus) first.current?.focus()
  }, [takesFocus])
  const faults: Record<Name, boolean> = {
    password: form.password === '',
    next: form.next.length < LEAST || form.next.toLowerCase() === user.username || form.next === form.password,
    again: form.again !== form.next,
  }
  const labels: Record<Name, string> = {
    password: passwordLabel,
    next: t('admin.account.nextLabel'),
    again: t('admin.account.againLabel'),
  }
  const submit = () => {
    setIsTried(true)
    if (Object.values(faults).some(Boolean)) return
    void run(async () => {
      const body = { password: form.password, new_password: form.next }
      await api.call('PUT /api/v1/session/password', { body })
      setForm(empty)
      setIsTried(false)
      onChanged()
    })
  }
  return (
    <form
      className="form admin-form admin-form--narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <fieldset className="form__part">
        {legend !== undefined && <legend>{legend}</legend>}
        {(['password', 'next', 'again'] as const).map((name) => (
          <Field
            key={name}
            label={labels[name]}
            fault={isTried && faults[name] ? t(`admin.account.fault.${name}`) : undefined}
          >
            {(tied) => (
              <PasswordInput
                {...tied}
                {...(name === 'password' ? { ref: first } : {})}
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
        {children}
        <Button look="primary" type="submit" busy={task.is === 'busy'}>
          {t('admin.account.submit')}
        </Button>
      </div>
    </form>
  )
}
