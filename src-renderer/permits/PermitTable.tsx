import type { Permit } from '../../src-shared/api/permit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Plate } from '../controls/Plate.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { isRevocable } from './filter.ts'
import { longDate } from './long-date.ts'

interface PermitTableProps {
  readonly permits: readonly Permit[]
  readonly mayRevoke: boolean
  readonly onOpen: (permit: Permit) => void
  readonly onRevoke: (permit: Permit) => void
}

const columns = ['plate', 'holder', 'class', 'from', 'to', 'state'] as const

export function PermitTable({ permits, mayRevoke, onOpen, onRevoke }: PermitTableProps) {
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
            <th scope="col" className="table__actions">
              {t('permits.column.actions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {permits.map((permit) => (
            <PermitRow
              key={permit.id}
              permit={permit}
              onOpen={() => onOpen(permit)}
              onRevoke={mayRevoke && isRevocable(permit) ? () => onRevoke(permit) : undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PermitRowProps {
  readonly permit: Permit
  readonly onOpen: () => void
  readonly onRevoke: (() => void) | undefined
}

function PermitRow({ permit, onOpen, onRevoke }: PermitRowProps) {
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
      <td className="table__actions">
        <Button data-command="permits.open" aria-label={t('permits.openOf', { plate: permit.plate })} onClick={onOpen}>
          {t('permits.open')}
        </Button>
        {onRevoke !== undefined && (
          <Button
            data-command="permits.revoke"
            aria-label={t('permits.revokeOf', { plate: permit.plate })}
            onClick={onRevoke}
          >
            {t('permits.revoke')}
          </Button>
        )}
      </td>
    </tr>
  )
}
