import type { common as english } from '../en/common.ts'
import type { Translated } from '../../translate.ts'

/** Words that kiosk and console share. */
export const common = {
  'common.demo': 'ഡെമോ',
  'common.demoTime': 'ഡെമോ സമയം',
  'common.language': 'ഭാഷ',
  'common.loading': 'ലോഡ് ചെയ്യുന്നു',
  'common.cancel': 'വേണ്ട',
  'common.back': 'തിരികെ',
  'common.close': 'അടയ്ക്കുക',
  'common.tryAgain': 'വീണ്ടും ശ്രമിക്കുക',
  // A length of time, the same everywhere: “2 മണിക്കൂർ വരെ”, “1 മണിക്കൂർ 50 മിനിറ്റ്”
  'common.length.hours': '{hours} മണിക്കൂർ',
  'common.length.minutes': '{minutes} മിനിറ്റ്',
  'common.length.both': '{hours} മണിക്കൂർ {minutes} മിനിറ്റ്',
} satisfies Translated<typeof english>
