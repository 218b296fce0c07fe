import type { Catalogues } from '../../src-shared/i18n/catalogues.ts'

/** The words of a tablet in each language but English, which it always has. */
export const kioskCatalogues: Catalogues = {
  hi: async () => (await import('../../src-shared/i18n/messages/hi/kiosk-hindi.ts')).kioskHindi,
  ml: async () => (await import('../../src-shared/i18n/messages/ml/kiosk-malayalam.ts')).kioskMalayalam,
  ar: async () => (await import('../../src-shared/i18n/messages/ar/kiosk-arabic.ts')).kioskArabic,
}
