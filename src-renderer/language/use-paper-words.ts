import { useEffect, useState } from 'react'
import { firstOf, staffLanguageTags } from '../../src-shared/i18n/languages.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { speech } from './console-language.ts'

/** What a document on paper is written with: the language that it was made in, whatever its reader reads. @param language BCP 47 */
export function usePaperWords(language: string): Translator {
  const t = useT()
  const tag = firstOf(staffLanguageTags, [language]) ?? 'en'
  const [, setArrived] = useState<string>()
  useEffect(() => {
    void speech.prepare([tag]).then(() => setArrived(tag))
  }, [tag])
  return speech.wordsOf(tag) ?? t
}
