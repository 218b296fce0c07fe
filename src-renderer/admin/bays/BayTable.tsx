import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'

const columns = ['label', 'class', 'state', 'plan', 'actions'] as const

export function BayTable({ bays, onChoose }: { bays: readonly AdminBay[]; onChoose: (bay: AdminBay) => void }) {
  const t = useT()
  // Until somebody has drawn a plan, Kerbside lays the bays out by itself.
  const otherwise = bays.some(({ placed }) => placed) ? 'unplaced' : 'automatic'
  return (
    <>
      <p className="list-count">{t('admin.bays.count', { count: bays.filter(({ active }) => active).length })}</p>
      <div className="table-frame" role="region" aria-label={t('admin.bays.title')} tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">{t('admin.bays.title')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`table__${column}`}>
                  {t(`admin.bays.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bays.map((bay) => (
              <tr className="row" key={bay.id} data-retired={!bay.active}>
                <th scope="row">{bay.label}</th>
                <td>{t(`admin.class.${bay.bay_class ?? 'wash'}`)}</td>
                <td>{t(bay.active ? 'admin.inUse' : 'admin.retired')}</td>
                <td>{t(`admin.bays.${bay.placed ? 'placed' : otherwise}`)}</td>
                <td className="table__actions">
                  <Button
                    data-command="bays.change"
                    aria-label={t('admin.changeOf', { name: bay.label })}
                    onClick={() => onChoose(bay)}
                  >
                    {t('admin.change')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
