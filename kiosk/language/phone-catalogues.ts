import type { Catalogues } from '../../src-shared/i18n/catalogues.ts'

/** The words of the pages on a customer's own phone in each language but English. */
export const phoneCatalogues: Catalogues = {
  hi: async () => (await import('../../src-shared/i18n/messages/hi/phone-hindi.ts')).phoneHindi,
  ml: async () => (await import('../../src-shared/i18n/messages/ml/phone-malayalam.ts')).phoneMalayalam,
  ar: async () => (await import('../../src-shared/i18n/messages/ar/phone-arabic.ts')).phoneArabic,
}
