import type { AdminUser } from '../../../src-shared/api/admin-schemas.ts'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { mayChange } from './staff-rules.ts'

interface StaffTableProps {
  readonly users: readonly AdminUser[]
  readonly me: User
  readonly onChoose: (user: AdminUser) => void
}

const columns = ['name', 'username', 'role', 'state', 'actions'] as const

export function StaffTable({ users, me, onChoose }: StaffTableProps) {
  const t = useT()
  const whyNot = 'staff-why-not'
  return (
    <>
      <div className="table-frame" role="region" aria-label={t('admin.staff.title')} tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">{t('admin.staff.title')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`table__${column}`}>
                  {t(`admin.staff.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <tr className="row" key={user.id} data-retired={!user.active}>
                <th scope="row">{user.id === me.id ? t('admin.staff.you', { name: user.name }) : user.name}</th>
                <td>{user.username}</td>
                <td>{t(`console.role.${user.role}`)}</td>
                <td>{t(`admin.staff.${!user.active ? 'shut' : user.signed_in ? 'signedIn' : 'open'}`)}</td>
                <td className="table__actions">
                  <Button
                    data-command="staff.change"
                    aria-label={t('admin.changeOf', { name: user.name })}
                    aria-disabled={!mayChange(me, user)}
                    aria-describedby={mayChange(me, user) ? undefined : whyNot}
                    onClick={() => onChoose(user)}
                  >
                    {t('admin.change')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {users.some((user) => !mayChange(me, user)) && (
        <p className="field__hint" id={whyNot}>
          {t('admin.staff.ownersOnly')}
        </p>
      )}
    </>
  )
}
