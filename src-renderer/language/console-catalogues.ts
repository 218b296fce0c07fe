import type { Catalogues } from '../../src-shared/i18n/catalogues.ts'
import type { StaffLanguageTag } from '../../src-shared/i18n/languages.ts'

/** The words of the console in each of its languages but English. */
export const consoleCatalogues: Catalogues<StaffLanguageTag> = {
  hi: async () => (await import('../../src-shared/i18n/messages/hi/index.ts')).hindi,
  ml: async () => (await import('../../src-shared/i18n/messages/ml/index.ts')).malayalam,
}
