import { kioskArabic } from './kiosk-arabic.ts'
import { kioskStatus } from './kiosk-status.ts'

/** The Arabic that the pages on a customer's own phone need. */
export const phoneArabic = { ...kioskArabic, ...kioskStatus } as const
