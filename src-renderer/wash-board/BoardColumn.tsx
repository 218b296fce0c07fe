import { useId } from 'react'
import type { WashJob } from '../../src-shared/api/wash-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { canBePlaced, targetsOf, type Column, type PendingMove } from './board-moves.ts'
import type { Drag } from './use-card-drag.ts'
import { WashCard, type CardActs } from './WashCard.tsx'

interface BoardColumnProps extends CardActs {
  readonly column: Column
  readonly pending: ReadonlyMap<string, PendingMove>
  readonly drag: Drag | null
  readonly dragged: WashJob | undefined
}

/** One state of the washes. While a card is dragged, it says whether it would take it. */
export function BoardColumn({ column, pending, drag, dragged, ...acts }: BoardColumnProps) {
  const t = useT()
  const titleId = useId()
  const { state, jobs } = column
  return (
    <section className="wash-column" aria-labelledby={titleId} data-column={state} data-drop={dropOf(state, dragged)}>
      <h2 className="wash-column__title" id={titleId}>
        {t(`wash.column.${state}`)}{' '}
        <span className="wash-column__count tabular" aria-hidden="true">
          {jobs.length}
        </span>
        <span className="visually-hidden">{t('wash.column.cars', { count: jobs.length })}</span>
      </h2>
      {dragged !== undefined && dropOf(state, dragged) === 'no' && (
        <p className="wash-column__no">{t('wash.drop.no', { from: t(`wash.column.${dragged.state}`) })}</p>
      )}
      {jobs.length === 0 ? (
        <p className="wash-column__empty">{t(`wash.empty.${state}`)}</p>
      ) : (
        <ul className="wash-column__cards">
          {jobs.map((job) => (
            <WashCard
              key={job.id}
              job={job}
              isPending={pending.has(job.id)}
              drag={drag?.jobId === job.id ? drag : null}
              {...acts}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What a column says to the card that is dragged. */
function dropOf(state: Column['state'], dragged: WashJob | undefined): 'yes' | 'no' | 'home' | undefined {
  if (dragged === undefined) return undefined
  if (dragged.state === state) return canBePlaced(state) ? 'home' : undefined
  return targetsOf(dragged.state).includes(state) ? 'yes' : 'no'
}
