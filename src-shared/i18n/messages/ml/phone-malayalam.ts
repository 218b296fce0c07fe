import { kioskMalayalam } from './kiosk-malayalam.ts'
import { kioskStatus } from './kiosk-status.ts'

/** The Malayalam that the pages on a customer's own phone need. */
export const phoneMalayalam = { ...kioskMalayalam, ...kioskStatus }
