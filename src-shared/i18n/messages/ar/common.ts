import type { common as english } from '../en/common.ts'
import type { Translated } from '../../translate.ts'

/** Words that kiosk and console share. */
export const common = {
  'common.demo': 'تجريبي',
  'common.demoTime': 'وقت تجريبي',
  'common.language': 'اللغة',
  'common.loading': 'جارٍ التحميل',
  'common.cancel': 'إلغاء',
  'common.back': 'رجوع',
  'common.close': 'إغلاق',
  'common.tryAgain': 'حاول مرة أخرى',
  // A length of time, the same everywhere: "up to 2 h", "1 h 50 min"
  'common.length.hours': '{hours} س',
  'common.length.minutes': '{minutes} د',
  'common.length.both': '{hours} س و{minutes} د',
} satisfies Translated<typeof english>
