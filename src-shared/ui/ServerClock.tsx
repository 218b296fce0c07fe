import { formatClock, formatDay } from '../format/site-time.ts'
import { useServerTime } from './server-time-hooks.ts'
import { useT } from './translator.tsx'

export interface ServerClockProps {
  /** One line for a header; details in a tooltip. */
  readonly compact?: boolean
  readonly showDate?: boolean
  readonly showTime?: boolean
  readonly className?: string
}

/** The server's time, and how far it can be relied on. */
export function ServerClock({ compact = false, showDate = true, showTime = true, className = '' }: ServerClockProps) {
  const t = useT()
  const { serverTime, timeData, mode } = useServerTime()
  const zone = timeData?.timezone ?? 'UTC'
  const classes = ['server-clock', compact ? 'server-clock--compact' : '', className].filter(Boolean).join(' ')
  return (
    <div className={classes} data-mode={mode}>
      {showTime && <time>{serverTime === null ? t('time.unknown') : formatClock(serverTime, zone, t.language)}</time>}
      {showDate && serverTime !== null && <span>{formatDay(serverTime, zone, t.language)}</span>}
      <span>{t(`time.state.${mode}`)}</span>
    </div>
  )
}
