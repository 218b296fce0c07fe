import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime, useSiteTime } from '../controls/SiteTime.tsx'
import { BayStateMark } from './BayStateMark.tsx'

interface BayTableProps {
  readonly bays: readonly LotBay[]
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
}

const columns = ['bay', 'class', 'state', 'plate', 'since', 'until', 'next'] as const

/** The lot without the picture: for large text, a screen reader, or whoever reads a list faster. */
export function BayTable({ bays, selectedId, onSelect }: BayTableProps) {
  const t = useT()
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{t('lot.list')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`lot.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bays.map((bay) => (
            <BayRow key={bay.id} bay={bay} isSelected={bay.id === selectedId} onSelect={() => onSelect(bay.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BayRow({ bay, isSelected, onSelect }: { bay: LotBay; isSelected: boolean; onSelect: () => void }) {
  const t = useT()
  const at = useSiteTime()
  return (
    <tr className="row" data-selected={isSelected}>
      <th scope="row">
        <button
          type="button"
          className="row__handle"
          aria-pressed={isSelected}
          aria-label={t('lot.openBay', { bay: bay.label })}
          onClick={onSelect}
        >
          {bay.label}
        </button>
      </th>
      <td>{bay.bay_class === null ? t('lot.class.wash') : t(`tariff.class.${bay.bay_class}`)}</td>
      <td>
        <BayStateMark state={bay.state} />
      </td>
      <td>{bay.plate !== null && <Plate plate={bay.plate} />}</td>
      <td className="tabular">{bay.since !== null && <SiteTime at={bay.since} />}</td>
      <td className="tabular">{bay.until !== null && <SiteTime at={bay.until} />}</td>
      <td className="tabular">
        {bay.next !== null && t('lot.nextShort', { plate: bay.next.plate, time: at(bay.next.start) })}
      </td>
    </tr>
  )
}
