import { useEffect } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { PasswordForm } from '../admin/account/PasswordForm.tsx'
import { Button } from '../controls/Button.tsx'
import { Gate } from './Gate.tsx'
import { passwordChosen, signOut } from './session-store.ts'

/** Whoever was given a password chooses their own; until then the server opens nothing else to them. */
export function OwnPasswordPage({ user }: { user: User }) {
  const t = useT()
  const title = t('admin.account.own')
  useEffect(() => {
    document.title = t('console.title', { screen: title, site: t('console.product') })
  }, [t, title])
  return (
    <Gate>
      <h1>{title}</h1>
      <p>{t('admin.account.ownText', { name: user.name })}</p>
      <PasswordForm
        user={user}
        takesFocus
        passwordLabel={t('admin.account.temporaryLabel')}
        onChanged={() => {
          toast.success(t('admin.account.changed'))
          passwordChosen()
        }}
      >
        <Button onClick={() => void signOut()}>{t('console.signOut')}</Button>
      </PasswordForm>
    </Gate>
  )
}
