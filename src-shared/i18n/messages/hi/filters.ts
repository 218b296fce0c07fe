import type { Translated } from '../../translate.ts'
import type { filters as english } from '../en/filters.ts'

export const filters = {
  'filters.title': 'सेव किए फ़िल्टर',
  'filters.usual': 'हमेशा जैसा',
  'filters.opens': 'स्क्रीन इसी के साथ खुलती है',
  'filters.save': 'फ़िल्टर सेव करें',
  'filters.change': 'फ़िल्टर बदलें',
  'filters.saveTitle': 'यह फ़िल्टर सेव करें',
  'filters.changeTitle': '“{name}” बदलें',
  'filters.name': 'नाम',
  'filters.nameHint': 'सिर्फ़ आपको दिखता है। यहाँ गाड़ी नंबर न लिखें।',
  'filters.nameMissing': 'इसे कोई नाम दें।',
  'filters.namePlate': 'यह गाड़ी नंबर हो सकता है। ज़्यादा से ज़्यादा तीन अंक लिखें, और एक शब्द में अक्षर और अंक साथ न रखें।',
  'filters.nameTaken': 'इस नाम का फ़िल्टर यहाँ पहले से है। दूसरा नाम चुनें।',
  'filters.tooMany': 'यहाँ आपके {most} फ़िल्टर हो चुके हैं। पहले एक हटाएँ।',
  'filters.days': 'दिन',
  'filters.daysMove': 'कैलेंडर के साथ चलें, आज से गिनकर',
  'filters.daysStay': '{days} पर ही रहें',
  'filters.open': 'यह स्क्रीन इसी के साथ खोलें',
  'filters.searchLeft': 'जो खोजा गया वह सेव नहीं होता: वह किसी का गाड़ी नंबर हो सकता है।',
  'filters.saved': '“{name}” सेव हो गया',
  'filters.deleted': '“{name}” हटा दिया गया',
  'filters.delete': 'हटाएँ',
  'command.filters.choose': 'सेव किया फ़िल्टर लगाएँ',
} satisfies Translated<typeof english>
