import {
  firstOf,
  languageOf,
  languageTags,
  staffLanguageTags,
  type LanguageTag,
  type StaffLanguageTag,
} from '../../src-shared/i18n/languages.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import type { Catalogues } from '../../src-shared/i18n/catalogues.ts'
import { createTranslator, type Translator } from '../../src-shared/i18n/translate.ts'

/** What the server itself writes is for paper and files, so these are the languages that the staff's words are in. */
const catalogues: Catalogues<StaffLanguageTag> = {
  hi: async () => (await import('../../src-shared/i18n/messages/hi/index.ts')).hindi,
  ml: async () => (await import('../../src-shared/i18n/messages/ml/index.ts')).malayalam,
}

const source = createTranslator(languageOf('en').locale, english)
const known = new Map<StaffLanguageTag, Translator>([['en', source]])

/** What logs, scripts and refusals are told in, whatever anybody reads; a page says it again in its reader's language. */
export const forMachines: Translator = source

/** What writes in a language. Its words are loaded when they are first asked for, and kept. */
export async function wordsIn(tag: StaffLanguageTag): Promise<Translator> {
  const found = known.get(tag)
  if (found !== undefined || tag === 'en') return found ?? source
  const made = createTranslator(languageOf(tag).locale, english, await catalogues[tag]())
  known.set(tag, made)
  return made
}

/** The first of these languages that paper is printed in; English where it is none of them. */
export function paperLanguage(languages: readonly string[]): StaffLanguageTag {
  return firstOf(staffLanguageTags, languages) ?? 'en'
}

let arabic: Translator | undefined

/** What writes receipts and summaries, in any of the languages that there are. Their locales leave out what paper sets by itself. */
export async function paperWordsIn(tag: LanguageTag): Promise<Translator> {
  if (tag !== 'ar') return wordsIn(tag)
  const { paperArabic } = await import('../../src-shared/i18n/messages/ar/paper-arabic.ts')
  return (arabic ??= createTranslator('ar-AE', english, paperArabic))
}

/** The language of a document, by its BCP 47 tag; English where Kerbside does not speak it. */
export function documentLanguage(language: string): LanguageTag {
  return firstOf(languageTags, [language]) ?? 'en'
}
