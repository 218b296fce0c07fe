import { parseInstant } from '../../src-shared/format/instant.ts'
import { lengthWords } from '../../src-shared/format/length-words.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { minutesFromNow } from '../dashboard/next-bookings.ts'

/** “in 14 min”, “1 h 20 min ago”. @param now the server's time, ms since the Unix epoch; null while it is not known */
export function bookingBegins(start: string, now: number | null, t: Translator): string {
  const at = parseInstant(start)
  if (now === null || at === undefined) return t('console.today.untimed')
  const { ahead, minutes } = minutesFromNow(at - now)
  if (minutes === 0) return t(ahead ? 'console.today.inUnderAMinute' : 'console.today.begunNow')
  return t(ahead ? 'console.today.in' : 'console.today.begun', { length: lengthWords(minutes, t) })
}
