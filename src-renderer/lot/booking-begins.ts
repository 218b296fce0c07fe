import { parseInstant } from '../../src-shared/format/instant.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { minutesFromNow } from '../dashboard/next-bookings.ts'

/** “in 14 minutes”, “20 minutes ago”. @param now the server's time, ms since the Unix epoch; null while it is not known */
export function bookingBegins(start: string, now: number | null, t: Translator): string {
  const at = parseInstant(start)
  if (now === null || at === undefined) return t('console.today.untimed')
  const { ahead, hours, minutes } = minutesFromNow(at - now)
  const values = { hours, minutes }
  if (ahead) return hours > 0 ? t('console.today.inHours', values) : t('console.today.inMinutes', values)
  return hours > 0 ? t('console.today.begunHours', values) : t('console.today.begunMinutes', values)
}
