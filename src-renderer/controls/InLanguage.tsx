import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useT } from '../../src-shared/ui/translator.tsx'
import './library-words.ts'
import './library.css'

/** What the component library stands in: our language, its direction, its numbers and its order of day, month and year. */
export function InLanguage({ children }: { children: ReactNode }) {
  const { language } = useT()
  // English alone would put the month first, and a site's other languages do not.
  return <I18nProvider locale={language === 'en' ? 'en-GB' : language}>{children}</I18nProvider>
}
