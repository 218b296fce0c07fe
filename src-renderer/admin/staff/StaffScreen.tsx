import { useState } from 'react'
import type { AdminUser } from '../../../src-shared/api/admin-schemas.ts'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { Button } from '../../controls/Button.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { NewAccountDialog } from './NewAccountDialog.tsx'
import { PasswordDialog, type ToldPassword } from './PasswordDialog.tsx'
import { StaffTable } from './StaffTable.tsx'

type Open =
  | { readonly is: 'nothing' | 'new' }
  | { readonly is: 'one'; readonly user: AdminUser }
  | { readonly is: 'password'; readonly told: ToldPassword }

/** Who may sign in, and as what. */
export function StaffScreen({ user: me }: { user: User }) {
  const t = useT()
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const { resource, refresh } = useResource({
    key: 'admin-users',
    load: () => api.call('GET /api/v1/admin/users'),
    refreshOn: (news) => news.type === 'site_changed' && news.area === 'users',
  })
  const close = () => setOpen({ is: 'nothing' })
  const tell = (told: ToldPassword) => {
    setOpen({ is: 'password', told })
    void refresh()
  }
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.staff.title')}</h1>
        <div className="screen__tools">
          <Button data-command="staff.add" look="primary" onClick={() => setOpen({ is: 'new' })}>
            {t('admin.staff.add')}
          </Button>
        </div>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ users }) => <StaffTable users={users} me={me} onChoose={(user) => setOpen({ is: 'one', user })} />}
      </ResourceView>
      {open.is === 'new' && <NewAccountDialog me={me} onMade={tell} onClose={close} />}
      {open.is === 'one' && (
        <AccountDialog
          user={open.user}
          me={me}
          onDone={() => {
            close()
            void refresh()
          }}
          onPassword={tell}
          onClose={close}
        />
      )}
      {open.is === 'password' && <PasswordDialog told={open.told} onClose={close} />}
    </>
  )
}
