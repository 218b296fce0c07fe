import type { printing as english } from '../en/printing.ts'
import type { Translated } from '../../translate.ts'

/** The console's screen of receipts, and printing them. */
export const printing = {
  'printing.title': 'प्रिंट',
  'printing.hint': 'यहाँ चुने गए प्रिंटर पर Kerbside बिना पूछे तुरंत प्रिंट करता है। सिर्फ़ इसी कंप्यूटर पर रहता है।',
  'printing.use.receipts': 'रसीदों और Z रिपोर्ट का प्रिंटर',
  'printing.use.lists': 'सूचियों का प्रिंटर',
  'printing.ask': 'हर बार पूछें',
  'printing.noneHere': 'इस कंप्यूटर को कोई प्रिंटर नहीं मिला। उसकी सेटिंग में जोड़ें, फिर दोबारा खोजें।',
  'printing.look': 'प्रिंटर फिर खोजें',
  'printing.gone': 'यह प्रिंटर अभी नहीं मिल रहा। उसे चालू करके फिर खोजें, या दूसरा चुनें।',
  'printing.inTrouble': '{printer} ({trouble})',
  'printing.trouble.stopped': 'रुका हुआ',
  'printing.trouble.no_paper': 'काग़ज़ ख़त्म',
  'printing.trouble.offline': 'बंद',
  'printing.test': 'टेस्ट पेज प्रिंट करें',
  'printing.testOf': 'टेस्ट पेज प्रिंट करें: {use}',
  'printing.testTitle': 'टेस्ट पेज',
  'printing.sent': '{printer} को भेजा गया',
  'printing.problem.gone': 'कुछ प्रिंट नहीं हुआ: प्रिंटर {printer} नहीं मिल रहा। उसे चालू करके फिर कोशिश करें, या दूसरे पर प्रिंट करें।',
  'printing.problem.offline':
    'कुछ प्रिंट नहीं हुआ: प्रिंटर {printer} जवाब नहीं दे रहा। उसे चालू करें, तार देखें और फिर कोशिश करें, या दूसरे पर प्रिंट करें।',
  'printing.problem.no_paper':
    'कुछ प्रिंट नहीं हुआ: प्रिंटर {printer} में काग़ज़ नहीं है। काग़ज़ डालकर फिर कोशिश करें, या दूसरे पर प्रिंट करें।',
  'printing.problem.stopped':
    'कुछ प्रिंट नहीं हुआ: प्रिंटर {printer} रुका हुआ है। कंप्यूटर की सेटिंग में उसे शुरू करके फिर कोशिश करें, या दूसरे पर प्रिंट करें।',
  'printing.problem.failed': 'प्रिंटर {printer} ने मना कर दिया। प्रिंटर देखें और फिर प्रिंट करें; तब रसीद पर COPY लिखा होगा।',
  'printing.again': 'फिर कोशिश करें',
  'printing.another': 'दूसरे पर प्रिंट करें',
} satisfies Translated<typeof english>
