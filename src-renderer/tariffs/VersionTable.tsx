import type { TariffVersion } from '../../src-shared/api/tariff-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { useMomentWords } from './use-moment-words.ts'

interface VersionTableProps {
  readonly versions: readonly TariffVersion[]
  readonly onShow: (version: TariffVersion) => void
}

const columns = ['number', 'name', 'state', 'from', 'by', 'actions'] as const

export function VersionTable({ versions, onShow }: VersionTableProps) {
  const t = useT()
  const at = useMomentWords()
  return (
    <div className="table-frame" role="region" aria-label={t('tariffs.versions.table')} tabIndex={0}>
      <table className="table version-table">
        <caption className="visually-hidden">{t('tariffs.versions.table')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`table__${column}`}>
                {t(`tariffs.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr className="row" key={version.id}>
              <td data-numeric>{version.number}</td>
              <th scope="row">{version.name}</th>
              <td>
                <span className="version-state" data-state={version.state}>
                  {t(`tariffs.state.${version.state}`)}
                </span>
              </td>
              <td className="tabular">
                {version.valid_from === null ? t('tariffs.fromFirst') : at(version.valid_from)}
              </td>
              <td>{version.created_by === 'setup' ? t('tariffs.bySetup') : version.created_by}</td>
              <td className="table__actions">
                <Button
                  data-command="tariffs.show"
                  aria-label={t('tariffs.showOf', { number: version.number, name: version.name })}
                  onClick={() => onShow(version)}
                >
                  {t('tariffs.show')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
