import type { Translator } from '../i18n/translate.ts'

/**
 * A length of time as Kerbside writes it everywhere: `45 min`, `2 h`, `1 h 50 min`.
 * @param minutes whole minutes, not negative
 */
export function lengthWords(minutes: number, t: Translator): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('common.length.minutes', { minutes: rest })
  return rest === 0 ? t('common.length.hours', { hours }) : t('common.length.both', { hours, minutes: rest })
}

/** The same of a time that runs or ran between two instants: a minute counts once it is over. @param ms milliseconds */
export function elapsedWords(ms: number, t: Translator): string {
  return lengthWords(Math.max(0, Math.floor(ms / 60_000)), t)
}
