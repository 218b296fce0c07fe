import type { Translator } from '../../src-shared/i18n/translate.ts'

/** The word for how it was paid; a method of a newer server is shown as it is. */
export function methodWord(method: string, t: Translator): string {
  return method === 'cash' || method === 'card' || method === 'upi' ? t(`console.method.${method}`) : method
}
