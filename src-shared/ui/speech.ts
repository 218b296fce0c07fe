import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Catalogues } from '../i18n/catalogues.ts'
import { languageOf, type LanguageTag } from '../i18n/languages.ts'
import { createTranslator, type Messages, type Translator } from '../i18n/translate.ts'

export interface Spoken {
  readonly tag: LanguageTag
  readonly t: Translator
}

/** The language that a page speaks now. */
export interface Speech extends Pick<StoreApi<Spoken>, 'getState' | 'getInitialState' | 'subscribe'> {
  /**
   * Speaks another language as soon as its words are here; until then, and where they cannot be had, it goes on in the
   * one before. Of two wishes the later one holds.
   */
  speak(tag: LanguageTag): Promise<void>
  /** Has words at hand before they are asked for. Those that do not arrive are asked for again when they are needed. */
  prepare(tags: readonly LanguageTag[]): Promise<void>
  /** What writes in a language, where its words are here. */
  wordsOf(tag: LanguageTag): Translator | undefined
}

/** @param english every page has it from the start; a message that another language lacks is said in it */
export function createSpeech(english: Messages, catalogues: Partial<Catalogues>): Speech {
  const source = createTranslator(languageOf('en').locale, english)
  const translators = new Map<LanguageTag, Translator>([['en', source]])
  const store = createStore<Spoken>(() => ({ tag: 'en', t: source }))
  let wanted: LanguageTag = 'en'

  async function fetched(tag: LanguageTag): Promise<void> {
    const load = tag === 'en' ? undefined : catalogues[tag]
    if (load === undefined || translators.has(tag)) return
    translators.set(tag, createTranslator(languageOf(tag).locale, english, await load()))
  }

  function speakNow(tag: LanguageTag): boolean {
    const t = translators.get(tag)
    if (t !== undefined && wanted === tag && store.getState().tag !== tag) store.setState({ tag, t })
    return t !== undefined
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    async speak(tag) {
      wanted = tag
      // Without a wait where the words are here, so that nothing is drawn twice.
      if (speakNow(tag)) return
      await fetched(tag).catch(() => undefined)
      speakNow(tag)
    },
    prepare: async (tags) => {
      await Promise.allSettled(tags.map(fetched))
    },
    wordsOf: (tag) => translators.get(tag),
  }
}
