import { useState } from 'react'
import type { ExitQuote } from '../../src-shared/api/stay-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { instantOf, localTimeOf } from '../../src-shared/format/local-time.ts'
import { useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'
import type { Authorised } from './authorise.ts'
import { AuthoriseDialog } from './AuthoriseDialog.tsx'
import { LocalTimeFields } from './LocalTimeFields.tsx'

interface LeftAtDialogProps {
  readonly quote: ExitQuote | undefined
  readonly onLeftAt: (leftAt: string, authorised: Authorised) => Promise<void>
  readonly onClose: () => void
}

/** The car leaves at a time that somebody gives, because the clock or the gate failed. */
export function LeftAtDialog({ quote, onLeftAt, onClose }: LeftAtDialogProps) {
  const t = useT()
  const { timezone } = useSite()
  const store = useServerTimeStore()
  const known = quote === undefined ? undefined : parseInstant(quote.left_at)
  const [leftAt, setLeftAt] = useState(() => localTimeOf(known ?? store.now() ?? 0, timezone))
  const instant = instantOf(leftAt, timezone)
  return (
    <AuthoriseDialog
      title={t('counter.leftAt.title')}
      confirm={t('counter.leftAt.submit')}
      needsPin
      fault={instant === undefined ? t('counter.timeFault') : undefined}
      onConfirm={async (authorised) => {
        if (instant !== undefined) await onLeftAt(instant, authorised)
      }}
      onClose={onClose}
    >
      <p>{t('counter.leftAt.lead')}</p>
      <LocalTimeFields name={t('counter.leftAt.left')} value={leftAt} onValue={setLeftAt} />
    </AuthoriseDialog>
  )
}
