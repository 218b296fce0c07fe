import { useState } from 'react'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { AuthoriseDialog } from '../counter/AuthoriseDialog.tsx'
import { LocalTimeFields } from '../counter/LocalTimeFields.tsx'
import { instantOf, localTimeOf } from '../../src-shared/format/local-time.ts'
import { useSite } from '../shell/site.tsx'
import type { BayWork } from './use-bay-work.ts'

interface BayDialogProps {
  readonly bay: LotBay
  readonly work: BayWork
  readonly onClose: () => void
}

/** Keeps cars out of a bay, until a time or until somebody opens it again. */
export function BlockDialog({ bay, work, onClose }: BayDialogProps) {
  const t = useT()
  const { timezone } = useSite()
  const store = useServerTimeStore()
  const [hasEnd, setHasEnd] = useState(false)
  const [until, setUntil] = useState(() => localTimeOf((store.now() ?? 0) + 3_600_000, timezone))
  const instant = hasEnd ? instantOf(until, timezone) : undefined
  return (
    <AuthoriseDialog
      title={t('lot.block.title', { bay: bay.label })}
      confirm={t('lot.block.submit')}
      needsPin={false}
      fault={hasEnd && instant === undefined ? t('counter.timeFault') : undefined}
      onConfirm={({ reason }) => work.block(bay, reason, instant)}
      onClose={onClose}
    >
      <label className="check">
        <input type="checkbox" checked={hasEnd} onChange={(event) => setHasEnd(event.target.checked)} />
        <span>{t('lot.block.hasEnd')}</span>
      </label>
      {hasEnd && <LocalTimeFields name={t('lot.fact.until')} value={until} onValue={setUntil} />}
    </AuthoriseDialog>
  )
}

/** The time of entry was written down wrong; the first one stays on record. */
export function CorrectEntryDialog({ bay, stayId, work, onClose }: BayDialogProps & { stayId: string }) {
  const t = useT()
  const { timezone } = useSite()
  const store = useServerTimeStore()
  const known = bay.since === null ? undefined : parseInstant(bay.since)
  const [entered, setEntered] = useState(() => localTimeOf(known ?? store.now() ?? 0, timezone))
  const instant = instantOf(entered, timezone)
  return (
    <AuthoriseDialog
      title={t('lot.correct.title', { plate: bay.plate ?? '' })}
      confirm={t('lot.correct.submit')}
      needsPin
      fault={instant === undefined ? t('counter.timeFault') : undefined}
      onConfirm={async (authorised) => {
        if (instant !== undefined) await work.correctEntry(stayId, instant, authorised)
      }}
      onClose={onClose}
    >
      <p>{t('lot.correct.lead')}</p>
      <LocalTimeFields name={t('lot.correct.entered')} value={entered} onValue={setEntered} />
    </AuthoriseDialog>
  )
}

/** The ticket was a mistake: there was no such car. */
export function VoidDialog({ bay, stayId, work, onClose }: BayDialogProps & { stayId: string }) {
  const t = useT()
  return (
    <AuthoriseDialog
      title={t('lot.void.title', { plate: bay.plate ?? '' })}
      confirm={t('lot.void.submit')}
      look="danger"
      needsPin
      onConfirm={(authorised) => work.voidStay(stayId, authorised)}
      onClose={onClose}
    >
      <p>{t('lot.void.lead', { bay: bay.label })}</p>
    </AuthoriseDialog>
  )
}
