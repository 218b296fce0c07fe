import { useEffect, useId, useRef, useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ApiError } from '../../src-shared/api/client.ts'
import type { Cancel } from '../../src-shared/time/time-source.ts'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { useModal } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { signOut, unlock } from './session-store.ts'

/** A server that did not hear of the lock is told again after this, in ms. */
const AGAIN_MS = 2000

/** Stands before everything until whoever locked it is back. It shows the time, and nothing about anybody. */
export function LockScreen() {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(dialog, () => dialog.current?.open === false && dialog.current.showModal())
  useLockOnTheServer()
  useNothingElseShown(t('console.title', { screen: t('console.lock.title'), site: t('console.product') }))
  return (
    <dialog ref={dialog} className="lock" aria-labelledby={titleId}>
      <ServerClock compact className="gate__clock" />
      <div className="gate__card">
        <h1 id={titleId}>{t('console.lock.title')}</h1>
        <p>{t('console.lock.text')}</p>
        <UnlockForm />
      </div>
    </dialog>
  )
}

/** Tells the server, and again until it has heard: before that, only this page is locked. */
function useLockOnTheServer() {
  useEffect(() => {
    let wait: Cancel | undefined
    let isGone = false
    const tell = () => {
      api.call('POST /api/v1/session/lock').catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        if (error.problem === undefined && !isGone) wait = browserTimers.after(AGAIN_MS, tell)
      })
    }
    tell()
    return () => {
      isGone = true
      wait?.()
    }
  }, [])
}

/** Messages name plates, and so may the window's title. */
function useNothingElseShown(title: string) {
  useEffect(() => {
    toast.dismiss()
    toast.clearWaitingQueue()
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
}

function UnlockForm() {
  const t = useT()
  const opening = useTask()
  const leaving = useTask()
  const [secret, setSecret] = useState('')
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const { task } = opening
  // Unlocking is all there is to do here, so it begins at once.
  useEffect(() => input.current?.focus(), [])

  const submit = async () => {
    setMissing(secret === '')
    if (secret === '') return input.current?.focus()
    await opening.run(async () => {
      try {
        await unlock(secret)
      } finally {
        setSecret('')
        input.current?.focus()
      }
    })
  }
  const isWrong = task.is === 'failed' && task.failure.code === 'wrong_pin'
  const fault = missing ? t('console.lock.missing') : isWrong ? t('console.lock.wrong') : undefined

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label={t('console.lock.secret')} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="password"
            name="secret"
            // A browser that fills it in would unlock for anybody.
            autoComplete="off"
            maxLength={200}
            ref={input}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      {task.is === 'failed' && !missing && !isWrong && <FailureNote failure={task.failure} />}
      {leaving.task.is === 'failed' && <FailureNote failure={leaving.task.failure} />}
      <div className="form__actions">
        <Button look="quiet" busy={leaving.task.is === 'busy'} onClick={() => void leaving.run(signOut)}>
          {t('console.lock.leave')}
        </Button>
        <Button look="primary" type="submit" busy={task.is === 'busy'}>
          {t('console.lock.submit')}
        </Button>
      </div>
    </form>
  )
}
