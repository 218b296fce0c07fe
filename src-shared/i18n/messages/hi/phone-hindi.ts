import type { phoneEnglish } from '../en/phone-english.ts'
import type { Translated } from '../../translate.ts'
import { kioskHindi } from './kiosk-hindi.ts'
import { kioskStatus } from './kiosk-status.ts'

/** The Hindi that the pages on a customer's own phone need. */
export const phoneHindi = { ...kioskHindi, ...kioskStatus } satisfies Translated<typeof phoneEnglish>
