import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatTimeOfDay } from '../../src-shared/format/site-time.ts'

/** A moment with its year, on the site's clock: `1 Jan 2026, 00:00`. A tariff may be years old, or wait for one. */
export function momentWords(at: string, timezone: string, language: string): string {
  const epochMs = parseInstant(at)
  if (epochMs === undefined) return at
  const day = new Intl.DateTimeFormat(language, { timeZone: timezone, dateStyle: 'medium' }).format(epochMs)
  return `${day}, ${formatTimeOfDay(epochMs, timezone, language)}`
}
