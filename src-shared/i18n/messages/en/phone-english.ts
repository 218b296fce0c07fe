import { kioskEnglish } from './kiosk-english.ts'
import { kioskStatus } from './kiosk-status.ts'

/** The English that the pages on a customer's own phone need. */
export const phoneEnglish = { ...kioskEnglish, ...kioskStatus } as const
