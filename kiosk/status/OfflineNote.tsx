import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSiteTime } from '../booking/site-time.ts'
import type { Failure } from '../session/session.ts'

interface OfflineNoteProps {
  /** Why the last question was not answered, if it was not. */
  readonly failure: Failure | undefined
  /** When the server said what is shown, ISO 8601; undefined when nothing is shown yet. */
  readonly asOf: string | undefined
  readonly timezone: string
}

/** Says when what is shown may be out of date. Always in the page, so that a screen reader hears what comes to stand in it. */
export function OfflineNote({ failure, asOf, timezone }: OfflineNoteProps) {
  const t = useT()
  const { timeOf } = useSiteTime(timezone)
  const isLinkLost = useServerTimeSelector(({ mode }) => mode === 'holdover' || mode === 'offline')
  const isOffline = failure === 'unreachable' || (isLinkLost && asOf !== undefined)
  const other = failure === undefined || failure === 'unreachable' ? undefined : t(`error.${failure}`)
  const offline = asOf === undefined ? t('status.offlineYet') : t('status.offline', { time: timeOf(asOf) })
  const words = isOffline ? offline : other
  return (
    <div className="link-banner" role="status" data-mode={isOffline ? 'offline' : 'other'}>
      {words !== undefined && <p className="link-banner__words">{words}</p>}
    </div>
  )
}
