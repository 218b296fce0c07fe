import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'

export interface ToldPassword {
  readonly name: string
  readonly username: string
  readonly password: string
}

/** A temporary password, shown once. */
export function PasswordDialog({ told, onClose }: { told: ToldPassword; onClose: () => void }) {
  const t = useT()
  const { name, username, password } = told
  return (
    <Dialog
      title={t('admin.staff.passwordOf', { name })}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('console.done')}
        </Button>
      }
    >
      <p>{t('admin.staff.passwordText', { name, username })}</p>
      <p className="temporary-password tabular" role="group" aria-label={t('admin.staff.password')}>
        {password.replace(/(.{4})(?=.)/g, '$1 ')}
      </p>
      <p className="field__hint">{t('admin.staff.passwordHint')}</p>
    </Dialog>
  )
}
