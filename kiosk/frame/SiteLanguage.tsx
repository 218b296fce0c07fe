import { useMemo, type ReactNode } from 'react'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import { createTranslator, type Messages } from '../../src-shared/i18n/translate.ts'
import { TranslatorProvider } from '../../src-shared/ui/translator.tsx'

interface SiteLanguageProps {
  /** Undefined until the server has told it. */
  readonly site: Pick<Site, 'languages'> | undefined
  /** English, which all sites have. */
  readonly english: Messages
  readonly children: ReactNode
}

/** Speaks the site's first language that there are words for, and writes dates, times and money as that place does. */
export function SiteLanguage({ site, english, children }: SiteLanguageProps) {
  const language = languageFor(site?.languages ?? [])
  const translator = useMemo(() => createTranslator(language, english), [language, english])
  return <TranslatorProvider translator={translator}>{children}</TranslatorProvider>
}

/** English of the site's own kind, such as `en-IN`; plain English where the site names none. @param languages BCP 47 */
export function languageFor(languages: readonly string[]): string {
  return languages.find((tag) => /^en\b/.test(tag)) ?? 'en'
}
