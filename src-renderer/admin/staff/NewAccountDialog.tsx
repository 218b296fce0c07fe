import { useState } from 'react'
import type { Role } from '../../../src-shared/api/fields.ts'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { PinDialog } from '../../controls/PinDialog.tsx'
import { ChoiceField, TextField } from '../form/TextField.tsx'
import type { ToldPassword } from './PasswordDialog.tsx'
import { rolesFor } from './staff-rules.ts'

interface NewAccountDialogProps {
  readonly me: User
  readonly onMade: (told: ToldPassword) => void
  readonly onClose: () => void
}

export function NewAccountDialog({ me, onMade, onClose }: NewAccountDialogProps) {
  const t = useT()
  const [form, setForm] = useState({ name: '', username: '', role: 'attendant' as Role })
  const isRight = form.name.trim() !== '' && /^[a-z0-9._-]{2,32}$/.test(form.username)
  const make = async (pin: string) => {
    const made = await api.call('POST /api/v1/admin/users', { body: { ...form, pin } })
    onMade({ username: made.user.username, name: made.user.name, password: made.temporary_password })
  }
  return (
    <PinDialog
      title={t('admin.staff.add')}
      confirm={t('admin.staff.make')}
      fault={isRight ? undefined : t('admin.staff.fault')}
      onConfirm={make}
      onClose={onClose}
    >
      <TextField
        label={t('admin.staff.name')}
        maxLength={80}
        value={form.name}
        onValue={(name) => setForm({ ...form, name })}
      />
      <TextField
        label={t('admin.staff.username')}
        hint={t('console.setup.usernameHint')}
        maxLength={32}
        value={form.username}
        onValue={(username) => setForm({ ...form, username: username.toLowerCase() })}
      />
      <ChoiceField
        label={t('admin.staff.role')}
        hint={t(`admin.staff.roleHint.${form.role}`)}
        value={form.role}
        options={rolesFor(me).map((role) => [role, t(`console.role.${role}`)])}
        onValue={(role) => setForm({ ...form, role })}
      />
    </PinDialog>
  )
}
