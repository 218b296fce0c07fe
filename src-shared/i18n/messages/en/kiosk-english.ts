import { common } from './common.ts'
import { errors } from './errors.ts'
import { kioskStatus } from './kiosk-status.ts'
import { kiosk } from './kiosk.ts'
import { tariffLines } from './tariff-lines.ts'
import { time } from './time.ts'

/** The English that a kiosk needs: it does not carry the console's words. */
export const kioskEnglish = { ...common, ...errors, ...kiosk, ...kioskStatus, ...tariffLines, ...time } as const
