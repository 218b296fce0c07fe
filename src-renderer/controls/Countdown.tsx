import { formatCountdown } from '../../src-shared/format/site-time.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** What is left until a deadline of the server, in a sentence that takes `{left}`; nothing while the time is unknown. */
export function Countdown({ deadline, words }: { deadline: string; words: MessageKey }) {
  const t = useT()
  const left = useCountdown(deadline)
  if (left === null) return null
  return <span className="countdown tabular">{t(words, { left: formatCountdown(left) })}</span>
}
