import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatCalendarDate, formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'

/** An instant on the site's clock; the day stands before it unless it is the site's today. */
export function SiteTime({ at }: { at: string }) {
  const text = useSiteTime()(at)
  return <time dateTime={at}>{text}</time>
}

/** The same in a sentence. */
export function useSiteTime(): (at: string) => string {
  const t = useT()
  const { timezone } = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? null)
  return (at) => {
    const epochMs = parseInstant(at)
    if (epochMs === undefined) return at
    const time = formatTimeOfDay(epochMs, timezone, t.language)
    const day = calendarDateOf(epochMs, timezone)
    return day === today ? time : `${formatCalendarDate(day, t.language)}, ${time}`
  }
}

/** The day on the site's calendar that an instant falls on, YYYY-MM-DD. @param epochMs since the Unix epoch */
export function calendarDateOf(epochMs: number, timezone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const part = Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}`
}
