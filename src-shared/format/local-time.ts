import { parseInstant } from './instant.ts'

/** A day and a time of day on the site's clock, as date and time fields have them: YYYY-MM-DD and HH:MM. */
export interface LocalTime {
  readonly date: string
  readonly time: string
}

/** What the site's clock shows at an instant. @param epochMs milliseconds since the Unix epoch */
export function localTimeOf(epochMs: number, timezone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(epochMs)
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]))
  return {
    date: `${part['year']?.padStart(4, '0')}-${part['month']}-${part['day']}`,
    time: `${part['hour']}:${part['minute']}`,
  }
}

/**
 * The instant at which the site's clock shows a time, as ISO 8601; of two, the first. The server decides what it is worth.
 * @returns undefined for what is no time, or one that a change of the clocks leaves out
 */
export function instantOf({ date, time }: LocalTime, timezone: string): string | undefined {
  const shown = parseInstant(`${date}T${time}:00Z`)
  if (shown === undefined) return undefined
  // The zone's offset is that of an instant within a day of it; on the day of a change two come into question.
  const candidates = [-1, 1].map((days) => shown - offsetMs(shown + days * 86_400_000, timezone))
  const right = candidates
    .filter((epochMs) => offsetMs(epochMs, timezone) === shown - epochMs)
    .sort((one, other) => one - other)[0]
  return right === undefined ? undefined : new Date(right).toISOString()
}

/** How far the zone is ahead of UTC at an instant, in ms; to the minute, which is as fine as zones are. */
function offsetMs(epochMs: number, timezone: string): number {
  const { date, time } = localTimeOf(epochMs, timezone)
  return (parseInstant(`${date}T${time}:00Z`) ?? Number.NaN) - Math.floor(epochMs / 60_000) * 60_000
}
