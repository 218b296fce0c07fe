import type { Permit } from '../../src-shared/api/permit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Plate } from '../controls/Plate.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { longDate } from './long-date.ts'

interface PermitTableProps {
  readonly permits: readonly Permit[]
  readonly mayRevoke: boolean
  readonly onRevoke: (permit: Permit) => void
}

const columns = ['plate', 'holder', 'class', 'from', 'to', 'state'] as const

export function PermitTable({ permits, mayRevoke, onRevoke }: PermitTableProps) {
  const t = useT()
  return (
    <div className="table-frame" role="region" aria-label={t('permits.title')} tabIndex={0}>
      <table className="table permit-table">
        <caption className="visually-hidden">{t('permits.title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`permits.column.${column}`)}
              </th>
            ))}
            {mayRevoke && (
              <th scope="col" className="table__actions">
                {t('permits.column.actions')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {permits.map((permit) => (
            <PermitRow key={permit.id} permit={permit} {...(mayRevoke ? { onRevoke: () => onRevoke(permit) } : {})} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PermitRow({ permit, onRevoke }: { permit: Permit; onRevoke?: () => void }) {
  const t = useT()
  const at = useSiteTime()
  const { bay_class: bayClass, revoked_at: revokedAt, revoked_reason: reason } = permit
  return (
    <tr className="row">
      <th scope="row">
        <Plate plate={permit.plate} />
      </th>
      <td className="permit-table__holder">{permit.holder}</td>
      <td>{bayClass === null ? t('permits.allClasses') : t(`tariff.class.${bayClass}`)}</td>
      <td className="tabular">{longDate(permit.from_date, t.language)}</td>
      <td className="tabular">{longDate(permit.to_date, t.language)}</td>
      <td>
        <span className="permit-state" data-state={permit.state}>
          {t(`permits.state.${permit.state}`)}
        </span>
        {revokedAt !== null && (
          <span className="permit-table__reason">
            {t('permits.revokedBecause', { at: at(revokedAt), reason: reason ?? '' })}
          </span>
        )}
      </td>
      {onRevoke !== undefined && (
        <td className="table__actions">
          {(permit.state === 'valid' || permit.state === 'coming') && (
            <Button aria-label={t('permits.revokeOf', { plate: permit.plate })} onClick={onRevoke}>
              {t('permits.revoke')}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}
