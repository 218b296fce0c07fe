import { parseInstant } from '../../src-shared/format/instant.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'

/** How long somebody has stayed, begun minutes counted whole: `2 h 5 min`. Both are instants of the server. */
export function stayLength(enteredAt: string, leftAt: string, t: Translator): string {
  const ms = (parseInstant(leftAt) ?? 0) - (parseInstant(enteredAt) ?? 0)
  const minutes = Math.max(0, Math.ceil(ms / 60_000))
  return t('counter.length', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
