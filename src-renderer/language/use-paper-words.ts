import { useEffect, useState } from 'react'
import { firstOf, languageTags, type LanguageTag } from '../../src-shared/i18n/languages.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { createSpeech } from '../../src-shared/ui/speech.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { consoleCatalogues } from './console-catalogues.ts'

/** Paper is printed in languages that the console is not to be had in: of those it has the words of paper alone. */
const paperSpeech = createSpeech(english, {
  ...consoleCatalogues,
  ar: async () => (await import('../../src-shared/i18n/messages/ar/paper-arabic.ts')).paperArabic,
})

/** The language of a document, by its BCP 47 tag; English where Kerbside does not speak it. */
export function paperLanguageOf(language: string): LanguageTag {
  return firstOf(languageTags, [language]) ?? 'en'
}

/** Has the words of a paper at hand before it is printed, because a page that prints waits for nothing. */
export function preparePaperWords(language: string): Promise<void> {
  return paperSpeech.prepare([paperLanguageOf(language)])
}

/** What a document on paper is written with: the language that it was made in, or another, whatever its reader reads. @param language BCP 47 */
export function usePaperWords(language: string): Translator {
  const t = useT()
  const tag = paperLanguageOf(language)
  const [, setArrived] = useState<string>()
  useEffect(() => {
    void preparePaperWords(tag).then(() => setArrived(tag))
  }, [tag])
  return paperSpeech.wordsOf(tag) ?? t
}
