import { parseInstant } from '../format/instant.ts'
import type { ServerTimeBounds } from './clock-bounds.ts'

/** Surely before the server's time, surely after it, or too close to tell: ask the server. */
export type TimeComparison = 'before' | 'after' | 'unknown'

/**
 * Where an instant stands to the server's time.
 * @param t an ISO 8601 instant with an offset, or milliseconds since the Unix epoch; anything else is `unknown`
 */
export function compareWithBounds(t: string | number, bounds: ServerTimeBounds): TimeComparison {
  const ms = typeof t === 'number' ? t : parseInstant(t)
  if (ms === undefined || !Number.isFinite(ms)) return 'unknown'
  if (ms < bounds.earliestMs) return 'before'
  return ms > bounds.latestMs ? 'after' : 'unknown'
}
