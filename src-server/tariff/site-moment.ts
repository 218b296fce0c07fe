import type { Moment } from '../../src-shared/api/tariff-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { instantOf } from '../site/site-calendar.ts'

/** The years 1970 to 9000: what lies outside was mistyped, and could not be written down again. */
const LATEST_MS = 221_845_392_000_000

/**
 * The instant that somebody means, in ms since the epoch. A time of day that a clock change skips or repeats is taken
 * as calendars take it (`instantOf`).
 * @param path where it stands in the request
 */
export function instantOfMoment(moment: Moment, timezone: string, path: string): number | Refusal {
  const at = typeof moment === 'string' ? parseInstant(moment) : instantOf(moment.date, moment.time, timezone)
  if (at !== undefined && at >= 0 && at < LATEST_MS) return at
  return refuse('invalid_request', 'no such moment', {
    errors: [{ path, message: 'must be in the years 1970 to 9000' }],
  })
}
