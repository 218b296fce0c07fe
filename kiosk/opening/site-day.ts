import { parseInstant } from '../../src-shared/format/instant.ts'

export const QUARTER_MS = 900_000
const DAY_QUARTERS = 96
/** No zone is further from UTC than 14 hours, and no day is longer than 25. */
const REACH_QUARTERS = 15 * 4

/** A quarter of an hour on the site's clock. */
export interface Quarter {
  /** When it begins, in milliseconds since the Unix epoch. */
  readonly startMs: number
  /** Time of day, HH:MM. */
  readonly time: string
  /** The time of day to show; it carries the offset where the clock shows that time twice. */
  readonly label: string
}

interface Local {
  readonly date: string
  readonly time: string
  readonly offset: string
}

/**
 * The quarter hours of a day on the site's calendar, as instants: a day of 23 or 25 hours loses and repeats none.
 * @param date YYYY-MM-DD
 */
export function quartersOf(date: string, timezone: string): Quarter[] {
  const midnight = parseInstant(`${date}T00:00:00Z`)
  if (midnight === undefined) throw new RangeError(`not a calendar day: ${date}`)
  const local = localIn(timezone)
  const found: (Local & { startMs: number })[] = []
  for (let step = -REACH_QUARTERS; step < DAY_QUARTERS + REACH_QUARTERS; step += 1) {
    const startMs = midnight + step * QUARTER_MS
    const here = local(startMs)
    if (here.date === date) found.push({ ...here, startMs })
  }
  return found.map(({ startMs, time, offset }) => {
    const isTwice = found.filter((other) => other.time === time).length > 1
    return { startMs, time, label: isTwice ? `${time} ${offset}` : time }
  })
}

/** The day on the site's calendar, YYYY-MM-DD. @param epochMs milliseconds since the Unix epoch */
export function dateOf(epochMs: number, timezone: string): string {
  return localIn(timezone)(epochMs).date
}

function localIn(timezone: string): (epochMs: number) => Local {
  // Parts by name, so that the language only has to write Western digits.
  const format = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  })
  return (epochMs) => {
    const parts = Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, value]))
    return {
      date: `${parts['year']}-${parts['month']}-${parts['day']}`,
      time: `${parts['hour']}:${parts['minute']}`,
      offset: parts['timeZoneName'] ?? '',
    }
  }
}
