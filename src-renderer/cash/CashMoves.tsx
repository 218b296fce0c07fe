import type { OpenShift } from '../../src-shared/api/shift-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'

const columns = ['at', 'kind', 'reason', 'amount', 'by'] as const

/** What went into the drawer and out of it by hand, the last first. */
export function CashMoves({ moves }: { moves: OpenShift['cash_moves'] }) {
  const t = useT()
  if (moves.length === 0) return <EmptyState title={t('cash.noMoves')} hint={t('cash.noMovesHint')} />
  return (
    <div className="table-frame" role="region" aria-label={t('cash.moves')} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{t('cash.moves')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'amount' ? 'table__price' : undefined}>
                {t(`cash.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moves.toReversed().map(({ id, at, kind, reason, amount, recorded_by: by }) => (
            <tr key={id}>
              <td className="tabular">
                <SiteTime at={at} />
              </td>
              <th scope="row">{t(`cash.moved.${kind}`)}</th>
              <td className="cash-reason">{reason}</td>
              <td data-numeric className="tabular">
                {kind !== 'drawer_open' &&
                  formatMoney(
                    { ...amount, amount_minor: kind === 'out' ? -amount.amount_minor : amount.amount_minor },
                    t.language,
                  )}
              </td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
