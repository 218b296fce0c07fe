import type { lotFile as english } from '../en/lot-file.ts'
import type { Translated } from '../../translate.ts'

/** The words of a lot that is brought in from a file, or taken out to one. */
export const lotFile = {
  'lotFile.import': 'पार्किंग इंपोर्ट करें',
  'lotFile.export': 'पार्किंग को फ़ाइल में सहेजें',
  'lotFile.template': 'शुरुआती फ़ाइल सहेजें',
  'lotFile.lead':
    'CSV फ़ाइल, जिसकी पहली लाइन में kind और label कॉलम हों। हर लाइन एक जगह है; kind में car, suv, two_wheeler, accessible, ev, permit या wash। x, y, width, height (मीटर में) और faces हों तो वह नक्शे पर भी आ जाती है।',
  'lotFile.file': 'CSV फ़ाइल',
  'lotFile.preview': 'फ़ाइल की लाइनें',
  'lotFile.column.kind': 'किस्म',
  'lotFile.column.label': 'नाम',
  'lotFile.column.x': 'बाएँ से (x)',
  'lotFile.column.y': 'ऊपर से (y)',
  'lotFile.column.width': 'चौड़ाई',
  'lotFile.column.height': 'ऊँचाई',
  'lotFile.column.faces': 'दिशा',
  'lotFile.problem.kind': 'ऐसी कोई किस्म नहीं है।',
  'lotFile.problem.label': 'नाम में 1 से 12 अक्षर, अंक, खाली जगह या डैश हों।',
  'lotFile.problem.x': 'x मीटर में दें, जैसे 2.5।',
  'lotFile.problem.y': 'y मीटर में दें, जैसे 2.5।',
  'lotFile.problem.width': 'चौड़ाई मीटर में दें, जैसे 2.5।',
  'lotFile.problem.height': 'ऊँचाई मीटर में दें, जैसे 5।',
  'lotFile.problem.faces': 'faces में up, right, down या left लिखें।',
  'lotFile.problem.twice': 'यह नाम ऊपर आ चुका है।',
  'lotFile.problem.plan_twice': 'ऊपर एक plan आ चुका है।',
  'lotFile.problem.overlap': 'यह दूसरी जगह के ऊपर है।',
  'lotFile.problem.outside': 'यह नक्शे से बाहर जाती है।',
  'lotFile.unreadable.empty': 'उस फ़ाइल में कोई लाइन नहीं है।',
  'lotFile.unreadable.columns': 'पहली लाइन में kind और label कॉलम होने चाहिए।',
  'lotFile.unreadable.tooMany': 'ये 2000 से ज़्यादा जगहें हैं, या उनके बीच 500 से ज़्यादा चीज़ें।',
  'lotFile.chooseFirst': 'पहले बिना गड़बड़ी वाली फ़ाइल चुनें।',
  'lotFile.change':
    '{added, plural, =0 {कोई जगह नहीं जुड़ेगी} one {# जगह जुड़ेगी} other {# जगहें जुड़ेंगी}}, {changed, plural, =0 {कोई नहीं बदलेगी} one {# बदलेगी} other {# बदलेंगी}}।',
  'lotFile.retires':
    '{count, plural, one {फ़ाइल में न होने से # जगह हटेगी: {labels}} other {फ़ाइल में न होने से # जगहें हटेंगी: {labels}}}। इन्हें बाद में वापस लाया जा सकता है।',
  'lotFile.drawsPlan': 'नक्शा फ़ाइल के हिसाब से बनेगा।',
  'lotFile.keepsPlan': 'फ़ाइल में जगह की स्थिति नहीं है: नक्शा जैसा है वैसा रहेगा।',
  'lotFile.submit': '{count, plural, =0 {इंपोर्ट करें} one {# जगह इंपोर्ट करें} other {# जगहें इंपोर्ट करें}}',
  'lotFile.imported': '{count, plural, one {पार्किंग में अब # जगह है।} other {पार्किंग में अब # जगहें हैं।}}',
} satisfies Translated<typeof english>
