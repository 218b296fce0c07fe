import { useEffect, useRef, useState } from 'react'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import type { Failure } from '../connection/failure.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { PasswordInput } from '../controls/PasswordInput.tsx'
import { signIn } from './session-store.ts'

/** User name and password. After a refusal the user name stays, and the password is asked for again. */
export function SignInForm({ username: known = '' }: { username?: string }) {
  const t = useT()
  const { task, run } = useTask()
  const trouble = useServerTimeSelector((state) => state.storeTrouble)
  const [username, setUsername] = useState(known)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const usernameInput = useRef<HTMLInputElement>(null)
  const passwordInput = useRef<HTMLInputElement>(null)
  // Signing in is all there is to do here, so it begins at once.
  useEffect(() => (known === '' ? usernameInput : passwordInput).current?.focus(), [known])

  const submit = async () => {
    setMissing(username.trim() === '' || password === '')
    if (username.trim() === '' || password === '') return
    await run(async () => {
      try {
        await signIn(username.trim(), password)
      } catch (error) {
        setPassword('')
        passwordInput.current?.focus()
        throw error
      }
    })
  }

  // The ticks say it before anybody tries, and why.
  const isTold = ({ code }: Failure) => code === 'store_read_only' && trouble !== null

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label={t('console.signIn.username')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            ref={usernameInput}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('console.signIn.password')}>
        {(tied) => (
          <PasswordInput
            {...tied}
            ref={passwordInput}
            name="password"
            autoComplete="current-password"
            value={password}
            onValue={setPassword}
          />
        )}
      </Field>
      {missing && task.is !== 'busy' && (
        <p className="note note--danger" role="alert">
          {t('console.signIn.missing')}
        </p>
      )}
      {task.is === 'failed' && !missing && !isTold(task.failure) && <FailureNote failure={task.failure} />}
      {trouble !== null && (
        <p className="note note--danger" role="alert">
          {t(`console.signIn.${trouble}`)}
        </p>
      )}
      <div className="form__actions">
        <Button look="primary" type="submit" busy={task.is === 'busy'}>
          {t('console.signIn.submit')}
        </Button>
      </div>
    </form>
  )
}
