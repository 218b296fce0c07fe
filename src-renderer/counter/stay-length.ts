import { parseInstant } from '../../src-shared/format/instant.ts'
import { elapsedWords } from '../../src-shared/format/length-words.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'

/** How long somebody has stayed: `2 h 5 min`; what is charged for it, the breakdown says. Both are instants of the server. */
export function stayLength(enteredAt: string, leftAt: string, t: Translator): string {
  return elapsedWords((parseInstant(leftAt) ?? 0) - (parseInstant(enteredAt) ?? 0), t)
}
