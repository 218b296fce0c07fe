import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand/react'
import { languageOf } from '../i18n/languages.ts'
import type { Speech } from './speech.ts'
import { TranslatorProvider } from './translator.tsx'

/** Gives a page the language that is spoken now, and tells the browser and whoever reads aloud which one it is. */
export function Spoken({ speech, children }: { readonly speech: Speech; readonly children: ReactNode }) {
  const { tag, t } = useStore(speech)
  useEffect(() => {
    document.documentElement.lang = tag
    document.documentElement.dir = languageOf(tag).direction
  }, [tag])
  return <TranslatorProvider translator={t}>{children}</TranslatorProvider>
}
