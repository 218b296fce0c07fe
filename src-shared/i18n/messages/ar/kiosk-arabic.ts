import { common } from './common.ts'
import { errors } from './errors.ts'
import { kiosk } from './kiosk.ts'
import { kioskAids } from './kiosk-aids.ts'
import { tariffLines } from './tariff-lines.ts'
import { time } from './time.ts'

/** The Arabic that a tablet needs. The console's words are not to be had in Arabic. */
export const kioskArabic = { ...common, ...errors, ...kiosk, ...kioskAids, ...tariffLines, ...time } as const
