import { formatClock, formatDay } from '../../src-shared/format/site-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'

interface RunningClockProps {
  /** What this clock is ahead of the server's time, in ms. */
  readonly aheadMs?: number
  readonly withDay?: boolean
}

/** A clock that runs beside the server's, in the site's zone. */
export function RunningClock({ aheadMs = 0, withDay = false }: RunningClockProps) {
  const t = useT()
  const { timezone } = useSite()
  const now = useServerTimeSelector(({ serverTime }) => serverTime)
  if (now === null) return <time>{t('time.unknown')}</time>
  const time = formatClock(now + aheadMs, timezone, t.language)
  return <time>{withDay ? `${time}, ${formatDay(now + aheadMs, timezone, t.language)}` : time}</time>
}
