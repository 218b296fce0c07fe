import { createContext, useContext, type ReactNode } from 'react'
import { common } from '../i18n/messages/en/common.ts'
import { time } from '../i18n/messages/en/time.ts'
import { createTranslator, type Translator } from '../i18n/translate.ts'

// The words of the shared components only: a page brings its own, so that the kiosk does not carry the console's.
const TranslatorContext = createContext<Translator>(createTranslator('en', common, time))

/** Gives the page its language. Without one above them, the shared components speak English. */
export function TranslatorProvider({ translator, children }: { translator: Translator; children: ReactNode }) {
  return <TranslatorContext value={translator}>{children}</TranslatorContext>
}

/** The page's translator: `t('time.lost')`; its language is `t.language`. */
export function useT(): Translator {
  return useContext(TranslatorContext)
}
