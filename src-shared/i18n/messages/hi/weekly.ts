import type { weekly as english } from '../en/weekly.ts'
import type { Translated } from '../../translate.ts'

/** The summaries of weeks, on the Reports screen. */
export const weekly = {
  'weekly.heading': 'हफ़्तों के सारांश',
  'weekly.lead': 'हर हफ़्ता पूरा होने पर अपने-आप जोड़ा जाता है और उसके आँकड़े वैसे ही रखे जाते हैं। अगला {at} को बनेगा।',
  'weekly.none': 'अभी कोई हफ़्ता पूरा नहीं हुआ',
  'weekly.noneHint': 'पहला सारांश {at} को बनेगा। कोई और हफ़्ता नीचे से लिया जा सकता है।',
  'command.reports.week': 'हफ़्ते का सारांश डाउनलोड करें',
  'weekly.column.week': 'हफ़्ता',
  'weekly.column.made': 'कब बना',
  'weekly.column.books': 'हिसाब',
  'weekly.column.file': 'फ़ाइल',
  'weekly.agree': 'मिलता है',
  'weekly.disagree': 'नहीं मिलता',
  'weekly.download': 'PDF डाउनलोड करें',
  'weekly.downloadAny': '{day} वाले हफ़्ते का PDF डाउनलोड करें',
  'weekly.downloadOf': '{from} से {to} के हफ़्ते का PDF डाउनलोड करें',
  'weekly.written': '{at} से फ़ोल्डर में',
  'weekly.any': 'किसी और हफ़्ते का एक दिन',
  'weekly.anyHint': 'वह हफ़्ता भी, जो अभी पूरा नहीं हुआ।',
  'weekly.language': 'PDF की भाषा',
  'weekly.settings': 'हफ़्तों के सारांश: कब और कहाँ',
  'weekly.startsOn': 'हफ़्ता इस दिन शुरू होता है',
  'weekly.folder': 'हर एक की कॉपी का फ़ोल्डर',
  'weekly.folderHint': 'जिस कंप्यूटर पर Kerbside चलता है, उसका पूरा पाथ, जैसे कोई शेयर। कहीं नहीं, तो खाली छोड़ें।',
  'weekly.save': 'सेव करें',
  'weekly.saved': 'सेव हो गया। अगला सारांश {at} को बनेगा।',
  'weekly.problem': 'सबसे नया सारांश फ़ोल्डर में नहीं लिखा जा सका: {problem}। हर दस मिनट में फिर कोशिश होती है।',
} satisfies Translated<typeof english>
