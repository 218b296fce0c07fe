import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { ChoosePinDialog } from '../../clock/ChoosePinDialog.tsx'
import { Button } from '../../controls/Button.tsx'
import { PasswordForm } from './PasswordForm.tsx'

/** One's own password and PIN. */
export function AccountScreen({ user }: { user: User }) {
  const t = useT()
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.account.title')}</h1>
      </div>
      <p>{t('console.user', { name: user.name, role: t(`console.role.${user.role}`) })}</p>
      <PasswordForm
        user={user}
        legend={t('admin.account.password')}
        passwordLabel={t('admin.account.passwordLabel')}
        onChanged={() => toast.success(t('admin.account.changed'))}
      >
        <Button data-command="account.pin" onClick={() => setIsChoosing(true)}>
          {t('admin.account.pin')}
        </Button>
      </PasswordForm>
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
