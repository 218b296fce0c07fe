import { compileMessage } from '@lingui/message-utils/compileMessage'
import { createMessageFormat, type CompiledMessage, type MessageValues } from './message-format.ts'
import type { english } from './messages/en/index.ts'

export type MessageKey = keyof typeof english
/** A language's messages: all the keys of English, or some of them while a translation is under way. */
export type Messages = Partial<Record<MessageKey, string>>
/** The same messages in another language: every key of a file of English, and no other. */
export type Translated<T> = { readonly [Key in keyof T]: string }
export type { MessageValues }

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
  const messages: Messages = catalogues.reduce((merged, catalogue) => ({ ...merged, ...catalogue }), {})
  const compiled = new Map<MessageKey, CompiledMessage>()
  const format = createMessageFormat(language)
  const translate = (key: MessageKey, values: MessageValues = {}): string => {
    const message = compiled.get(key) ?? compileMessage(messages[key] ?? key)
    compiled.set(key, message)
    return format(message, values)
  }
  return Object.assign(translate, { language })
}
