import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'

/** Marks what is shown as the last known. @param asOf the server's time when it was read */
export function StaleNote({ asOf }: { asOf?: string }) {
  const t = useT()
  const { timezone } = useSite()
  const at = asOf === undefined ? undefined : parseInstant(asOf)
  return (
    <p className="note note--warning" role="status">
      {at === undefined
        ? t('console.staleUntimed')
        : t('console.stale', { time: formatTimeOfDay(at, timezone, t.language) })}
    </p>
  )
}
