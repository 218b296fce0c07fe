import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import type { Task } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { useShortcuts } from '../shell/shortcut-keys.ts'
import { bayActions, type BayAction } from './bay-actions.ts'
import { BayStateMark } from './BayStateMark.tsx'
import { bookingBegins } from './booking-begins.ts'

interface BaySheetProps {
  readonly bay: LotBay
  readonly task: Task
  readonly onAction: (action: BayAction) => void
  readonly onClose: () => void
}

/** What stands in a bay, and what can be done: beside the map, which stays in sight. */
export function BaySheet({ bay, task, onAction, onClose }: BaySheetProps) {
  const t = useT()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  // Whoever chose the bay goes on here; another bay's sheet is read out anew.
  useEffect(() => title.current?.focus(), [bay.id])
  useShortcuts({ Escape: onClose })
  const actions = bayActions(bay)
  return (
    <section className="bay-sheet" aria-labelledby={titleId}>
      <div className="bay-sheet__head">
        <h2 id={titleId} ref={title} tabIndex={-1}>
          {t('lot.bay', { bay: bay.label })}
        </h2>
        <Button look="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <p className="bay-sheet__state">
        <BayStateMark state={bay.state} />{' '}
        <span>{bay.bay_class === null ? t('lot.class.wash') : t(`tariff.class.${bay.bay_class}`)}</span>
      </p>
      {bay.plate !== null && <Plate plate={bay.plate} large />}
      <BayFacts bay={bay} />
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <ul className="bay-sheet__actions">
        {actions.map((action, index) => (
          <BayStep
            key={action}
            bay={bay}
            action={action}
            isFirst={index === 0}
            busy={task.is === 'busy'}
            onAction={() => onAction(action)}
          />
        ))}
      </ul>
      {actions.length === 0 && <p className="field__hint">{t('lot.nothingToDo')}</p>}
    </section>
  )
}

interface BayStepProps {
  readonly bay: LotBay
  readonly action: BayAction
  readonly isFirst: boolean
  readonly busy: boolean
  readonly onAction: () => void
}

function BayStep({ bay, action, isFirst, busy, onAction }: BayStepProps) {
  const t = useT()
  // What begins something new waits for a clock that can be vouched for; a car can always leave.
  const waits = useServerTimeSelector(
    ({ blockedBecause }) => blockedBecause !== null && (action === 'walk-in' || action === 'book'),
  )
  const grave = action === 'void'
  return (
    <li>
      <Button
        data-command={`bay.${action}`}
        data-of={bay.id}
        look={grave ? 'danger' : isFirst && !waits ? 'primary' : 'plain'}
        busy={busy && isFirst}
        aria-disabled={waits}
        onClick={onAction}
      >
        {t(`lot.act.${action}`, { plate: bay.next?.plate ?? bay.plate ?? '' })}
      </Button>
    </li>
  )
}

function BayFacts({ bay }: { bay: LotBay }) {
  const t = useT()
  return (
    <dl className="facts">
      {bay.since !== null && (
        <Fact name={t('lot.fact.since')}>
          <SiteTime at={bay.since} />
        </Fact>
      )}
      {bay.until !== null && (
        <Fact name={t('lot.fact.until')}>
          <SiteTime at={bay.until} />{' '}
          {bay.state === 'held' && <Countdown deadline={bay.until} words="console.bookings.left" />}
        </Fact>
      )}
      {bay.note !== null && <Fact name={t('lot.fact.note')}>{bay.note}</Fact>}
      {bay.next !== null && (
        <Fact name={t('lot.fact.next')}>
          <Plate plate={bay.next.plate} /> <SiteTime at={bay.next.start} /> <NextIn start={bay.next.start} />
        </Fact>
      )}
    </dl>
  )
}

/** “in 14 min”, by the server's time. */
function NextIn({ start }: { start: string }) {
  const t = useT()
  const words = useServerTimeSelector(({ serverTime }) => bookingBegins(start, serverTime, t))
  return <span className="bay-sheet__soon">{words}</span>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="facts__fact">
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  )
}
