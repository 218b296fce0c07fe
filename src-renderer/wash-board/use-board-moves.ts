import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { WashJob } from '../../src-shared/api/wash-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { washJobMayBecome } from '../../src-shared/wash/wash-job-states.ts'
import { noteOwn } from '../bookings/own-bookings.ts'
import { api } from '../connection/console-api.ts'
import { failureOf, wordsOf, type Failure } from '../connection/failure.ts'
import type { PendingMove } from './board-moves.ts'
import { undoCheckIn } from '../lot/use-bay-work.ts'
import { offerUndo } from '../undo/undo.tsx'

/** The last move of this console, while the table lets it be taken back. */
export interface LastMove {
  readonly job: WashJob
  readonly backTo: PendingMove['state']
}

export interface BayName {
  readonly id: string
  readonly label: string
}

type Sent = 'move' | 'bay'

/**
 * Moves cards. A card is where it was put at once, and marked until the server has answered; a refusal puts it back
 * and says why.
 */
export function useBoardMoves(refresh: () => Promise<void>, say: (words: string) => void) {
  const t = useT()
  const [pending, setPending] = useState<ReadonlyMap<string, PendingMove>>(new Map())
  const [last, setLast] = useState<LastMove | null>(null)

  /** @returns whether the server did it */
  async function send(job: WashJob, where: PendingMove, sent: Sent, ask: () => Promise<WashJob>): Promise<boolean> {
    if (pending.has(job.id)) return false
    noteOwn(job.booking_id)
    setPending((before) => new Map(before).set(job.id, where))
    try {
      setLast(takenBackBy(job, await ask()))
      return true
    } catch (error) {
      const why = reasonOf(failureOf(error), sent, t)
      toast.error(t('wash.refused', { plate: job.plate, column: t(`wash.column.${job.state}`), why }))
      return false
    } finally {
      // The card stays where it was put until the board has been read anew.
      await refresh()
      setPending((before) => new Map([...before].filter(([id]) => id !== job.id)))
    }
  }

  async function move(job: WashJob, { state, position }: PendingMove) {
    // A car that is here stays here: no wash goes back to being booked.
    if (state === 'booked') return
    const { plate } = job
    const column = t(`wash.column.${state}`)
    say(t('wash.moving', { plate, column }))
    const request = { params: { id: job.id }, body: position === undefined ? { state } : { state, position } }
    const isDone = await send(job, { state, position }, 'move', () =>
      api.call('POST /api/v1/wash-jobs/{id}/move', request),
    )
    if (!isDone) return
    // The board's own Undo goes one step back; a car that was said to be here is another matter.
    if (job.state === 'booked') {
      offerUndo(t('wash.moved', { plate, column }), async () => {
        await undoCheckIn(job.booking_id)
        await refresh()
      })
    }
    const isPlace = state === job.state && position !== undefined
    say(isPlace ? t('wash.placed', { plate, column, place: position + 1 }) : t('wash.moved', { plate, column }))
  }

  async function giveBay(job: WashJob, bay: BayName) {
    const request = { params: { id: job.id }, body: { wash_bay_id: bay.id } }
    const isDone = await send(job, { state: job.state }, 'bay', () =>
      api.call('POST /api/v1/wash-jobs/{id}/bay', request),
    )
    if (!isDone) return
    const words = t('wash.bayGiven', { plate: job.plate, bay: bay.label })
    say(words)
    const back = { params: { id: job.id }, body: { wash_bay_id: job.bay.id } }
    offerUndo(words, async () => {
      await api.call('POST /api/v1/wash-jobs/{id}/bay', back)
      await refresh()
    })
  }

  return { pending, last, move, giveBay }
}

function takenBackBy(before: WashJob, after: WashJob): LastMove | null {
  const isMove = before.state !== after.state
  return isMove && washJobMayBecome(after.state, before.state) ? { job: after, backTo: before.state } : null
}

/** Why a card stays, in the words of the board where it has its own. */
function reasonOf(failure: Failure, sent: Sent, t: Translator): string {
  if (failure.code === 'slot_taken') return t(sent === 'bay' ? 'wash.why.slot_taken_bay' : 'wash.why.slot_taken')
  if (failure.code === 'invalid_state') return t('wash.why.invalid_state')
  return wordsOf(failure, t)
}
