import type { kioskEnglish } from '../en/kiosk-english.ts'
import type { Translated } from '../../translate.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { kiosk } from './kiosk.ts'
import { kioskAids } from './kiosk-aids.ts'
import { tariffLines } from './tariff-lines.ts'
import { time } from './time.ts'

/** The Hindi that a tablet needs: it carries neither the console's words nor those of a customer's own phone. */
export const kioskHindi = {
  ...common,
  ...errors,
  ...kiosk,
  ...kioskAids,
  ...tariffLines,
  ...time,
} satisfies Translated<typeof kioskEnglish>
