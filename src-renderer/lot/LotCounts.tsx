import type { BayClass } from '../../src-shared/api/fields.ts'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { BayState, bayStateMarks } from '../../src-shared/lot/bay-state.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { countBays, countStates } from './lot-counts.ts'

interface LotCountsProps {
  readonly bays: readonly LotBay[]
  readonly bayClass: BayClass | null
  readonly onClass: (bayClass: BayClass | null) => void
}

/** Counts by class and state; a class is also the filter. */
export function LotCounts({ bays, bayClass, onClass }: LotCountsProps) {
  const t = useT()
  const counts = countBays(bays)
  const sums = countStates(counts)
  // A state that no bay is in takes no room, but free and taken are always asked for.
  const states = BayState.options.filter((state) => sums[state] > 0 || state === 'free' || state === 'taken')
  return (
    <div className="table-frame lot-counts">
      <table className="table">
        <caption className="visually-hidden">{t('lot.counts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lot.column.class')}</th>
            {states.map((state) => (
              <th key={state} scope="col" className="lot-counts__figure">
                <span
                  className="lot-legend__tile bay-state"
                  data-state={state}
                  aria-hidden="true"
                  title={t(`lot.state.${state}`)}
                >
                  <span className="lot-legend__letter">{bayStateMarks[state].letter}</span>
                </span>
                <span className="visually-hidden">{t(`lot.state.${state}`)}</span>
              </th>
            ))}
            <th scope="col" className="lot-counts__figure">
              {t('lot.column.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            name={t('lot.allClasses')}
            by={states.map((state) => sums[state])}
            isChosen={bayClass === null}
            onChoose={() => onClass(null)}
          />
          {counts.map((row) => (
            <Row
              key={row.bayClass}
              name={t(`tariff.class.${row.bayClass}`)}
              by={states.map((state) => row.by[state])}
              isChosen={row.bayClass === bayClass}
              onChoose={() => onClass(row.bayClass)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly name: string
  readonly by: readonly number[]
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Row({ name, by, isChosen, onChoose }: RowProps) {
  return (
    <tr className="row" data-selected={isChosen}>
      <th scope="row">
        <button type="button" className="lot-counts__class" aria-pressed={isChosen} onClick={onChoose}>
          {name}
        </button>
      </th>
      {by.map((count, index) => (
        // The columns are always the same states in the same order.
        <td key={index} data-numeric data-none={count === 0}>
          {count}
        </td>
      ))}
      <td data-numeric>{by.reduce((sum, count) => sum + count, 0)}</td>
    </tr>
  )
}
