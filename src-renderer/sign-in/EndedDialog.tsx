import { useId, useRef } from 'react'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useModal } from '../controls/Dialog.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Covers the screens of somebody whose session has ended; what they had typed stays underneath, out of sight. */
export function EndedDialog({ user }: { user: User }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(dialog, () => dialog.current?.open === false && dialog.current.showModal())
  return (
    <dialog ref={dialog} className="lock" aria-labelledby={titleId}>
      <ServerClock compact className="gate__clock" />
      <div className="gate__card">
        <h1 id={titleId}>{t('console.signIn.title')}</h1>
        <p className="note note--warning">{t('console.signIn.ended', { name: user.name })}</p>
        <SignInForm username={user.username} />
        <p className="field__hint">{t('console.signIn.other')}</p>
      </div>
    </dialog>
  )
}
