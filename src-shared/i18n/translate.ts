import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { english } from './messages/en/index.ts'

export type MessageKey = keyof typeof english
/** A language's messages: all the keys of English, or some of them while a translation is under way. */
export type Messages = Partial<Record<MessageKey, string>>
export type MessageValues = Readonly<Record<string, string | number>>

/** Turns a key and its values into the words of one language; missing keys fall back to the first catalogue given. */
export interface Translator {
  readonly language: string
  (key: MessageKey, values?: MessageValues): string
}

/**
 * Makes a translator.
 * @param language a BCP 47 tag; plural rules and number formats follow it
 * @param catalogues the fallback first, then the language's own
 */
export function createTranslator(language: string, ...catalogues: Messages[]): Translator {
  const i18n = setupI18n()
  i18n.setMessagesCompiler(compileMessage)
  const messages = catalogues.reduce((merged, catalogue) => ({ ...merged, ...catalogue }), {})
  i18n.load(language, messages)
  i18n.activate(language)
  const translate = (key: MessageKey, values?: MessageValues): string => i18n._(key, values)
  return Object.assign(translate, { language })
}
