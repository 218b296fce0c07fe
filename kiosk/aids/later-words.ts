import { useMemo } from 'react'
import { kioskAids } from '../../src-shared/i18n/messages/en/kiosk-aids.ts'
import { createTranslator, type Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** The page's translator, with the English that the first screen does not wait for; other languages come with all their words. */
export function useLaterT(): Translator {
  const t = useT()
  return useMemo(() => withLaterEnglish(t), [t])
}

function withLaterEnglish(t: Translator): Translator {
  const english = createTranslator(t.language, kioskAids)
  const translate: (...asked: Parameters<Translator>) => string = (key, values) => {
    const words = t(key, values)
    // A translator without words for a key says the key.
    return words === key ? english(key, values) : words
  }
  return Object.assign(translate, { language: t.language })
}
