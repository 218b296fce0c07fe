import type { ClockState } from '../api/fields.ts'
import type { Translator } from '../i18n/translate.ts'
import type { ClockMode } from '../time/clock-mode.ts'

/**
 * An uncertainty as a person reads it: rounded up to one figure, so that it does not flicker, and never flatters.
 * @param ms milliseconds; null when not known
 */
export function formatUncertainty(ms: number | null, t: Translator): string {
  if (ms === null) return t('time.uncertaintyUnknown')
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(ms, 1))))
  const rounded = Math.max(1, Math.ceil(ms / step - 1e-6)) * step
  if (rounded < 1000) return t('time.unitMilliseconds', { value: rounded })
  return t('time.unitSeconds', { value: rounded / 1000 })
}

/** The state in a word, to stand beside the dot: Live, Checking, ≈ ± 40 ms, Offline. */
export function modeWord(mode: ClockMode, uncertaintyMs: number | null, t: Translator): string {
  if (mode === 'holdover') return t('time.mode.holdover', { uncertainty: formatUncertainty(uncertaintyMs, t) })
  return t(`time.mode.${mode}`)
}

/** What there is to say of the server's own clock; null when all is well, or nothing is known. */
export function serverClockWords(state: ClockState | null, t: Translator): string | null {
  return state === null || state === 'trusted' || state === 'provisional' ? null : t(`time.server.${state}`)
}

const knownZones = new Map<string, boolean>()

/** Whether the runtime knows the zone: a name it does not know would throw at each formatting. */
export function isKnownZone(zone: string): boolean {
  const known = knownZones.get(zone) ?? hasZone(zone)
  knownZones.set(zone, known)
  return known
}

function hasZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
