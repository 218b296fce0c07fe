import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { AdminUser } from '../../../src-shared/api/admin-schemas.ts'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { PinDialog } from '../../controls/PinDialog.tsx'
import { ChoiceField, TextField } from '../form/TextField.tsx'
import type { ToldPassword } from './PasswordDialog.tsx'
import { rolesFor } from './staff-rules.ts'

interface AccountDialogProps {
  readonly user: AdminUser
  readonly me: User
  readonly onDone: () => void
  readonly onPassword: (told: ToldPassword) => void
  readonly onClose: () => void
}

type Act = 'save' | 'shut' | 'open' | 'password' | 'pin'

/** One account: name and role, a new password, no PIN, shut or open. Each act asks for the PIN of whoever does it. */
export function AccountDialog({ user, me, onDone, onPassword, onClose }: AccountDialogProps) {
  const t = useT()
  const [name, setName] = useState(user.name)
  const [role, setRole] = useState(user.role)
  const [act, setAct] = useState<Act | null>(null)
  const params = { id: user.id }

  const change = async (pin: string, members: { name?: string; role?: AdminUser['role']; active?: boolean }) => {
    const body = { version: user.version, pin, ...members }
    await api.call('PATCH /api/v1/admin/users/{id}', { params, body })
  }
  const acts: Record<Act, (pin: string) => Promise<void>> = {
    save: (pin) => change(pin, { name, role }),
    shut: (pin) => change(pin, { active: false }),
    open: (pin) => change(pin, { active: true }),
    pin: async (pin) => void (await api.call('POST /api/v1/admin/users/{id}/reset-pin', { params, body: { pin } })),
    password: async (pin) => {
      const told = await api.call('POST /api/v1/admin/users/{id}/reset-password', { params, body: { pin } })
      onPassword({ name: user.name, username: user.username, password: told.temporary_password })
    },
  }
  if (act !== null) {
    return (
      <PinDialog
        title={t(`admin.staff.ask.${act}`, { name: user.name })}
        confirm={t(`admin.staff.act.${act}`)}
        look={act === 'shut' ? 'danger' : 'primary'}
        onConfirm={async (pin) => {
          await acts[act](pin)
          if (act === 'password') return
          toast.success(t('admin.changed', { name }))
          onDone()
        }}
        onClose={() => setAct(null)}
      >
        <p>{t(`admin.staff.effect.${act}`, { name: user.name })}</p>
      </PinDialog>
    )
  }
  return (
    <Dialog
      title={t('admin.staff.one', { name: user.name, username: user.username })}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={() => setAct('save')}>
          {t('admin.save')}
        </Button>
      }
    >
      <TextField label={t('admin.staff.name')} maxLength={80} value={name} onValue={setName} />
      <ChoiceField
        label={t('admin.staff.role')}
        hint={t(`admin.staff.roleHint.${role}`)}
        value={role}
        options={rolesFor(me).map((one) => [one, t(`console.role.${one}`)])}
        onValue={setRole}
      />
      <div className="dialog__section">
        <Button data-command="staff.password" onClick={() => setAct('password')}>
          {t('admin.staff.act.password')}
        </Button>
        <Button data-command="staff.pin" aria-disabled={!user.has_pin} onClick={() => setAct('pin')}>
          {t('admin.staff.act.pin')}
        </Button>
        <Button
          data-command="staff.shut"
          look={user.active ? 'danger' : 'plain'}
          onClick={() => setAct(user.active ? 'shut' : 'open')}
        >
          {t(user.active ? 'admin.staff.act.shut' : 'admin.staff.act.open')}
        </Button>
      </div>
    </Dialog>
  )
}
