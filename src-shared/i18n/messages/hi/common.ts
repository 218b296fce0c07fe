import type { common as english } from '../en/common.ts'
import type { Translated } from '../../translate.ts'

/** Words that kiosk and console share. */
export const common = {
  'common.demo': 'डेमो',
  'common.demoTime': 'डेमो का समय',
  'common.language': 'भाषा',
  'common.loading': 'लोड हो रहा है',
  'common.cancel': 'रहने दें',
  'common.back': 'वापस',
  'common.close': 'बंद करें',
  'common.tryAgain': 'फिर कोशिश करें',
  // A length of time, the same everywhere: "up to 2 h", "1 h 50 min"
  'common.length.hours': '{hours} घंटे',
  'common.length.minutes': '{minutes} मिनट',
  'common.length.both': '{hours} घंटे {minutes} मिनट',
} satisfies Translated<typeof english>
