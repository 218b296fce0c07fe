import { useState } from 'react'
import type { WashJob } from '../../src-shared/api/wash-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { washJobMayBecome } from '../../src-shared/wash/wash-job-states.ts'
import { Button } from '../controls/Button.tsx'
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { targetsOf, type PendingMove } from './board-moves.ts'
import type { BayName } from './use-board-moves.ts'

interface WashSheetProps {
  readonly job: WashJob
  readonly bays: readonly BayName[]
  readonly onMove: (move: PendingMove) => void
  readonly onBay: (bay: BayName) => void
  readonly onClose: () => void
}

type LastWord = 'cancelled' | 'no_show'

/** Everything that can be done with one wash. What cannot be taken back is asked about first. */
export function WashSheet({ job, bays, onMove, onBay, onClose }: WashSheetProps) {
  const t = useT()
  const [asked, setAsked] = useState<LastWord | null>(null)
  if (asked !== null) {
    const words = asked === 'cancelled' ? 'wash.cancel' : 'wash.noShow'
    return (
      <ConfirmDialog
        title={t(`${words}.title`)}
        confirm={t(asked === 'cancelled' ? 'wash.sheet.cancel' : 'wash.sheet.noShow')}
        task={{ is: 'idle' }}
        onConfirm={() => onMove({ state: asked })}
        onClose={() => setAsked(null)}
      >
        <p>{t(`${words}.text`, { plate: job.plate })}</p>
      </ConfirmDialog>
    )
  }
  const targets = targetsOf(job.state)
  return (
    <Dialog title={t('wash.sheet.title', { plate: job.plate })} onClose={onClose}>
      {targets.length > 0 && (
        <section className="wash-sheet__part">
          <h3>{t('wash.sheet.moves')}</h3>
          <div className="wash-sheet__row">
            {targets.map((column) => (
              <Button key={column} onClick={() => onMove({ state: column })}>
                {t(`wash.column.${column}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
      <BayChoice job={job} bays={bays} onBay={onBay} />
      <Facts job={job} />
      <FinalSteps job={job} onAsk={setAsked} />
    </Dialog>
  )
}

function BayChoice({ job, bays, onBay }: Pick<WashSheetProps, 'job' | 'bays' | 'onBay'>) {
  const t = useT()
  if (job.state === 'ready' || targetsOf(job.state).length === 0) return null
  return (
    <fieldset className="choices choices--row">
      <legend className="field__label">{t('wash.sheet.bay')}</legend>
      {bays.map((bay) => (
        <label className="choice" key={bay.id}>
          <input type="radio" name="bay" checked={bay.id === job.bay.id} onChange={() => onBay(bay)} />
          <span className="choice__name">{bay.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Facts({ job }: { job: WashJob }) {
  const t = useT()
  return (
    <dl className="wash-sheet__facts">
      <div>
        <dt>{t('wash.sheet.service')}</dt>
        <dd>{job.service.name}</dd>
      </div>
      <div>
        <dt>{t('wash.sheet.booked')}</dt>
        <dd>
          <SiteTime at={job.booked_start} />
        </dd>
      </div>
      <div>
        <dt>{t('wash.sheet.reference')}</dt>
        <dd>{job.reference}</dd>
      </div>
      {job.phone !== null && (
        <div>
          <dt>{t('wash.sheet.phone')}</dt>
          <dd className="tabular">{job.phone}</dd>
        </div>
      )}
    </dl>
  )
}

function FinalSteps({ job, onAsk }: { job: WashJob; onAsk: (word: LastWord) => void }) {
  const t = useT()
  const hasBegun = useServerTimeSelector((state) => state.isBeforeServerTime(job.booked_start))
  const canMiss = washJobMayBecome(job.state, 'no_show') && hasBegun
  const canCancel = washJobMayBecome(job.state, 'cancelled')
  if (!canMiss && !canCancel) return null
  return (
    <div className="wash-sheet__row">
      {canMiss && (
        <Button data-command="wash.noShow" look="danger" onClick={() => onAsk('no_show')}>
          {t('wash.sheet.noShow')}
        </Button>
      )}
      {canCancel && (
        <Button data-command="wash.cancel" look="danger" onClick={() => onAsk('cancelled')}>
          {t('wash.sheet.cancel')}
        </Button>
      )}
    </div>
  )
}
