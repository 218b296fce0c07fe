import type { MessageKey, Translator } from '../../src-shared/i18n/translate.ts'

const units = [
  { word: 'clock.span.days', seconds: 86_400 },
  { word: 'clock.span.hours', seconds: 3600 },
  { word: 'clock.span.minutes', seconds: 60 },
  { word: 'clock.span.seconds', seconds: 1 },
] as const satisfies readonly { word: MessageKey; seconds: number }[]

/**
 * How long something is, as exactly as it matters: `45 ms`, `1.2 s`, `3 min 20 s`, `1 h`, `3,652 d 12 h`.
 * @param ms milliseconds; the sign is left out
 */
export function formatSpan(ms: number, t: Translator): string {
  const size = Math.abs(ms)
  if (size < 0.95) return t('clock.span.none')
  if (size < 999.5) return t('clock.span.milliseconds', { value: size < 9.95 ? round(size, 1) : Math.round(size) })
  if (size < 59_950) return t('clock.span.seconds', { value: round(size / 1000, 1) })
  const seconds = Math.round(size / 1000)
  const first = units.findIndex((unit) => seconds >= unit.seconds)
  const large = units[first] ?? units[3]
  const small = units[first + 1]
  const whole = t(large.word, { value: Math.floor(seconds / large.seconds) })
  const rest = small === undefined ? 0 : Math.floor((seconds % large.seconds) / small.seconds)
  return small === undefined || rest === 0
    ? whole
    : t('clock.span.two', { large: whole, small: t(small.word, { value: rest }) })
}

/** The same with its sign, as a change or an offset: `+1 h`, `−45 ms`. */
export function formatShift(ms: number, t: Translator): string {
  const span = formatSpan(ms, t)
  if (Math.abs(ms) < 0.95) return span
  return t(ms < 0 ? 'clock.span.minus' : 'clock.span.plus', { span })
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
