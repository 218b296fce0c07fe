import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatDay, formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

interface SiteTime {
  /** `16:20` on the site's clock. */
  timeOf(instant: string): string
  /** The day on the site's calendar. */
  dayOf(instant: string): string
}

/** Writes the server's instants as the site's clock and calendar show them. */
export function useSiteTime(timezone: string): SiteTime {
  const { language } = useT()
  const write = (instant: string, format: typeof formatDay) => {
    const ms = parseInstant(instant)
    return ms === undefined ? instant : format(ms, timezone, language)
  }
  return {
    timeOf: (instant) => write(instant, formatTimeOfDay),
    dayOf: (instant) => write(instant, formatDay),
  }
}
