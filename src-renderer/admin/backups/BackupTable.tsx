import type { BackupItem } from '../../../src-shared/api/backup-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { SiteTime, useSiteTime } from '../../controls/SiteTime.tsx'
import { holdsWords, sizeWords } from './backup-words.ts'

const columns = ['made', 'kind', 'holds', 'size', 'places', 'checked'] as const

interface BackupTableProps {
  readonly backups: readonly BackupItem[]
  /** Undefined for whoever may only see that they are there. */
  readonly onChoose: ((item: BackupItem) => void) | undefined
}

export function BackupTable({ backups, onChoose }: BackupTableProps) {
  const t = useT()
  return (
    <div className="table-frame" role="region" aria-label={t('backups.table')} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{t('backups.table')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`backups.column.${column}`)}
              </th>
            ))}
            {onChoose !== undefined && (
              <th scope="col">
                <span className="visually-hidden">{t('backups.look')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {backups.map((item) => (
            <BackupRow key={item.id} item={item} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BackupRow({ item, onChoose }: { item: BackupItem; onChoose: BackupTableProps['onChoose'] }) {
  const t = useT()
  const { id, kind, encrypted, made_at: madeAt, bytes, places, contents } = item
  return (
    <tr className="row">
      <th scope="row">{madeAt === null ? <code>{id}</code> : <SiteTime at={madeAt} />}</th>
      <td>
        {t(`backups.kind.${kind}`)}
        {encrypted && <span className="admin-mark">{t('backups.encrypted')}</span>}
      </td>
      <td>{contents === null ? t('backups.unknown') : holdsWords(contents, t)}</td>
      <td>{sizeWords(bytes, t.language)}</td>
      <td>{places.map((place) => t(`backups.place.${place}`)).join(', ')}</td>
      <td>
        <Checked item={item} />
      </td>
      {onChoose !== undefined && (
        <td>
          <Button data-command="backups.look" look="quiet" onClick={() => onChoose(item)}>
            {t('backups.look')}
          </Button>
        </td>
      )}
    </tr>
  )
}

function Checked({ item: { checked } }: { item: BackupItem }) {
  const t = useT()
  const siteTime = useSiteTime()
  if (checked === null) return <>{t('backups.never')}</>
  if (checked.fault !== null)
    return <strong className="backup-fault">{t('backups.faulty', { fault: checked.fault })}</strong>
  return <>{t('backups.whole', { at: siteTime(checked.at) })}</>
}
