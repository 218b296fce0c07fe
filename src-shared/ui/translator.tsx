import { createContext, useContext, type ReactNode } from 'react'
import { english } from '../i18n/messages/en/index.ts'
import { createTranslator, type Translator } from '../i18n/translate.ts'

const TranslatorContext = createContext<Translator>(createTranslator('en', english))

/** Gives the page its language. Without one above them, components speak English. */
export function TranslatorProvider({ translator, children }: { translator: Translator; children: ReactNode }) {
  return <TranslatorContext value={translator}>{children}</TranslatorContext>
}

/** The page's translator: `t('time.lost')`; its language is `t.language`. */
export function useT(): Translator {
  return useContext(TranslatorContext)
}
