import { useRef, useState } from 'react'
import type { WashBoard, WashJob } from '../../src-shared/api/wash-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import { canBePlaced, jobOn, stepOf, targetsOf, withPending, type PendingMove } from './board-moves.ts'
import { neighbourOf, useKeptFocus } from './card-focus.ts'
import type { useBoardMoves } from './use-board-moves.ts'
import { useCardDrag, type Drag } from './use-card-drag.ts'
import { WashSheet } from './WashSheet.tsx'
import './wash-board.css'

interface BoardProps {
  readonly board: WashBoard
  readonly moves: ReturnType<typeof useBoardMoves>
  readonly say: (words: string) => void
}

/** The columns with their cards, moved by pointer, by key or by their buttons. */
export function Board({ board, moves, say }: BoardProps) {
  const t = useT()
  const element = useRef<HTMLDivElement>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const columns = withPending(board.columns, moves.pending)
  const keepFocus = useKeptFocus(element, moves.pending)
  const move = (job: WashJob, to: PendingMove) => {
    keepFocus(job.id)
    void moves.move(job, to)
  }
  const { drag, grip } = useCardDrag((jobId, over) => {
    const job = jobOn(columns, jobId)
    if (job === undefined || moves.pending.has(jobId)) return
    const drop = dropOf(job, over)
    if (drop !== null) return move(job, drop)
    if (over.column !== job.state) {
      const [from, to] = [t(`wash.column.${job.state}`), t(`wash.column.${over.column}`)]
      say(t('wash.notThere', { plate: job.plate, from, to }))
    }
  })
  const onKey = (job: WashJob, event: React.KeyboardEvent) => {
    const act = keyActs[event.key]
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (typeof act === 'number') return neighbourOf(element.current, job.id, act)?.focus()
    const to = stepOf(job.state, act)
    if (to === undefined) return say(t('wash.noFurther', { plate: job.plate }))
    if (!moves.pending.has(job.id)) move(job, { state: to })
  }
  const open = openId === null ? undefined : jobOn(columns, openId)
  return (
    <>
      <div
        className="wash-board"
        role="group"
        aria-label={t('wash.columns')}
        ref={element}
        data-dragging={drag !== null}
      >
        {columns.map((column) => (
          <BoardColumn
            key={column.state}
            column={column}
            pending={moves.pending}
            drag={drag}
            dragged={drag === null ? undefined : jobOn(columns, drag.jobId)}
            onMove={move}
            onOpen={({ id }) => setOpenId(id)}
            onKey={onKey}
            grip={grip}
          />
        ))}
      </div>
      {open !== undefined && (
        <WashSheet
          job={open}
          bays={board.bays}
          onMove={(to) => {
            setOpenId(null)
            move(open, to)
          }}
          onBay={(bay) => {
            setOpenId(null)
            void moves.giveBay(open, bay)
          }}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  )
}

/** What a key does on a card: a step of the wash, or the focus to the card above or below. */
const keyActs: Readonly<Record<string, 'on' | 'back' | 1 | -1>> = {
  ']': 'on',
  ArrowRight: 'on',
  '[': 'back',
  ArrowLeft: 'back',
  ArrowDown: 1,
  ArrowUp: -1,
}

/** What a card that is let go over a column becomes; null where that column does not take it. */
function dropOf(job: WashJob, { column, position }: NonNullable<Drag['over']>): PendingMove | null {
  if (column === job.state) return canBePlaced(column) ? { state: column, position } : null
  if (!targetsOf(job.state).includes(column)) return null
  return canBePlaced(column) ? { state: column, position } : { state: column }
}
