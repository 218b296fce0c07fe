import type { ShiftSummary } from '../../src-shared/api/shift-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { varianceWords } from './variance-words.ts'

const columns = ['number', 'from', 'to', 'by', 'takings', 'variance', 'report'] as const

/** Shifts that were closed, for whoever answers for the business. */
export function ShiftList({ onReport }: { onReport: (shiftId: string) => void }) {
  const t = useT()
  const { resource, refresh } = useResource({
    key: 'shifts',
    load: () => api.call('GET /api/v1/shifts'),
    refreshOn: ({ type }) => type === 'shift_changed',
  })
  return (
    <section className="cash-list" aria-labelledby="cash-list">
      <h2 id="cash-list">{t('cash.earlier')}</h2>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ shifts }) => (
          <ClosedShifts shifts={shifts.filter(({ closed_at: at }) => at !== null)} onReport={onReport} />
        )}
      </ResourceView>
    </section>
  )
}

interface ClosedShiftsProps {
  readonly shifts: readonly ShiftSummary[]
  readonly onReport: (shiftId: string) => void
}

function ClosedShifts({ shifts, onReport }: ClosedShiftsProps) {
  const t = useT()
  if (shifts.length === 0) return <EmptyState title={t('cash.noEarlier')} hint={t('cash.noEarlierHint')} />
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{t('cash.earlier')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'takings' ? 'table__price' : undefined}>
                {column === 'report' ? (
                  <span className="visually-hidden">{t('cash.report')}</span>
                ) : (
                  t(`cash.list.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shifts.map((shift) => (
            <ShiftLine key={shift.id} shift={shift} onReport={() => onReport(shift.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ShiftLine({ shift, onReport }: { shift: ShiftSummary; onReport: () => void }) {
  const t = useT()
  const { number, opened_at: from, closed_at: to, opened_by: by, takings, variance } = shift
  return (
    <tr className="row">
      <th scope="row" className="tabular">
        {number}
      </th>
      <td className="tabular">
        <SiteTime at={from} />
      </td>
      <td className="tabular">{to !== null && <SiteTime at={to} />}</td>
      <td>{by}</td>
      <td data-numeric className="tabular">
        {takings !== null && formatMoney(takings, t.language)}
      </td>
      <td className="tabular">{variance !== null && varianceWords(variance, t)}</td>
      <td className="table__actions">
        <Button
          data-command="cash.report"
          aria-haspopup="dialog"
          aria-label={t('cash.reportOf', { number })}
          onClick={onReport}
        >
          {t('cash.report')}
        </Button>
      </td>
    </tr>
  )
}
