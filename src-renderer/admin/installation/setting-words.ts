import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import type { MessageKey, Translator } from '../../../src-shared/i18n/translate.ts'

/** What a setting is about; one that this console does not know yet is called by its variable. */
export function settingWords(variable: string, t: Translator): string {
  const key = `admin.setting.${variable}`
  return Object.hasOwn(english, key) ? t(key as MessageKey) : variable
}
