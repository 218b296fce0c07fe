import type { WashJob } from '../../src-shared/api/wash-schemas.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import type { WashJobState } from '../../src-shared/wash/wash-job-states.ts'
import { Button } from '../controls/Button.tsx'
import { Plate } from '../controls/Plate.tsx'
import { useSite } from '../shell/site.tsx'
import { cardTimes } from './card-times.ts'
import { stepOf, targetsOf, type PendingMove } from './board-moves.ts'
import type { Drag } from './use-card-drag.ts'

export interface CardActs {
  readonly onMove: (job: WashJob, move: PendingMove) => void
  readonly onOpen: (job: WashJob) => void
  readonly onKey: (job: WashJob, event: React.KeyboardEvent) => void
  readonly grip: (jobId: string) => (event: React.PointerEvent) => void
}

interface WashCardProps extends CardActs {
  readonly job: WashJob
  /** Its move is sent and not answered yet. */
  readonly isPending: boolean
  readonly drag: Drag | null
}

/** What the next step is called, from each column that has one. */
const nextSteps: Partial<Readonly<Record<WashJobState, MessageKey>>> = {
  booked: 'wash.next.booked',
  queued: 'wash.next.queued',
  in_progress: 'wash.next.in_progress',
  quality_check: 'wash.next.quality_check',
  ready: 'wash.next.ready',
}

/** One car: its plate, what is done to it and where, and how it stands with the server's time. */
export function WashCard({ job, isPending, drag, onMove, onOpen, onKey, grip }: WashCardProps) {
  const t = useT()
  const { times, isLate, readyBy, share } = useCardWords(job)
  const next = stepOf(job.state, 'on')
  const nextWords = nextSteps[job.state]
  const { plate, service, bay } = job
  return (
    <li
      className="wash-card"
      data-job={job.id}
      data-late={isLate}
      data-dragged={drag !== null}
      aria-busy={isPending}
      style={drag === null ? undefined : { translate: `${drag.dx}px ${drag.dy}px` }}
      onPointerDown={isPending || targetsOf(job.state).length === 0 ? undefined : grip(job.id)}
    >
      <button
        data-command="wash.open"
        data-of={job.id}
        type="button"
        className="wash-card__face"
        aria-keyshortcuts="[ ]"
        onClick={() => onOpen(job)}
        onKeyDown={(event) => onKey(job, event)}
      >
        <span className="wash-card__head">
          <Plate plate={plate} />
          <span className="wash-card__bay">{t('wash.card.bay', { bay: bay.label })}</span>
        </span>
        <span className="wash-card__service">{service.name}</span>
        <span className="wash-card__times tabular">
          {isLate && (
            <strong className="wash-card__late">
              {t(job.state === 'ready' ? 'wash.card.unfetched' : 'wash.card.late')}
            </strong>
          )}
          <span>{times}</span>
        </span>
        {readyBy !== null && <span className="wash-card__ready tabular">{readyBy}</span>}
        {share !== null && (
          <span className="wash-card__bar" aria-hidden="true">
            <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
          </span>
        )}
      </button>
      {isPending ? (
        <p className="wash-card__saving">{t('wash.card.saving')}</p>
      ) : (
        <div className="wash-card__acts">
          {targetsOf(job.state).length > 0 && <span className="wash-card__grip" data-grip aria-hidden="true" />}
          {next !== undefined && nextWords !== undefined && (
            <Button
              data-command="wash.next"
              aria-label={t('wash.next', { step: t(nextWords), plate })}
              onClick={() => onMove(job, { state: next })}
            >
              {t(nextWords)}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** Looked at again each ten seconds of the server's time. */
function useCardWords(job: WashJob) {
  const t = useT()
  const { timezone } = useSite()
  const tenSeconds = useServerTimeSelector(({ serverTime }) =>
    serverTime === null ? null : Math.floor(serverTime / 10_000) * 10_000,
  )
  if (tenSeconds === null) return { times: t('wash.unknownTime'), isLate: false, readyBy: null, share: null }
  const { words, values, isLate, share, readyBy } = cardTimes(job, tenSeconds, timezone, t.language)
  const ready =
    readyBy === null ? null : readyBy === 'now' ? t('wash.card.anyMoment') : t('wash.card.readyBy', { time: readyBy })
  return { times: t(words, values), isLate, share, readyBy: ready }
}
