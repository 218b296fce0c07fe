import type { receiptsScreen as english } from '../en/receipts-screen.ts'
import type { Translated } from '../../translate.ts'

/** The console's screen of receipts, and printing them. */
export const receiptsScreen = {
  'receipts.title': 'रसीदें',
  'receipts.search': 'रसीद या गाड़ी नंबर',
  'receipts.searchHint': 'दिन न चुनें तो सभी दिनों में खोजता है।',
  'receipts.day': 'दिन',
  'receipts.dayBefore': 'पिछला दिन',
  'receipts.dayAfter': 'अगला दिन',
  'receipts.today': 'आज',
  'receipts.showToday': 'आज की रसीदें दिखाएँ',
  'receipts.count': '{count, plural, one {# रसीद या क्रेडिट नोट} other {# रसीदें और क्रेडिट नोट}}',
  'receipts.empty': 'इस दिन की कोई रसीद नहीं',
  'receipts.emptyHint': 'पेमेंट पूरा होते ही रसीद बनती है और यहाँ अपने-आप आ जाती है।',
  'receipts.nothingFound': 'कुछ नहीं मिला',
  'receipts.nothingFoundHint': 'सिर्फ़ नंबर डालें, जैसे 123, या गाड़ी नंबर की शुरुआत।',
  'receipts.column.time': 'जारी हुई',
  'receipts.column.number': 'नंबर',
  'receipts.column.kind': 'प्रकार',
  'receipts.column.plate': 'गाड़ी नंबर',
  'receipts.column.total': 'कुल',
  'receipts.column.printed': 'कागज़ पर',
  'receipts.column.open': 'दिखाएँ',
  'receipts.series.R': 'रसीद',
  'receipts.series.C': 'क्रेडिट नोट',
  'receipts.open': 'दिखाएँ',
  'receipts.openOf': '{label} दिखाएँ',
  'receipts.notPrinted': 'अभी तक नहीं',
  'receipts.printed': '{copies, plural, =0 {ओरिजिनल} one {ओरिजिनल और # कॉपी} other {ओरिजिनल और # कॉपी}}',

  // One receipt
  'receipts.sheetOf': 'रसीद {label}',
  'receipts.creditNoteOf': 'क्रेडिट नोट {label}',
  'receipts.asPrinted': 'जैसी छपेगी',
  'receipts.nextIsOriginal': 'अभी छपी नहीं: पहला प्रिंट ओरिजिनल होगा।',
  'receipts.nextIsCopy':
    '{copies, plural, =0 {ओरिजिनल छप चुका है।} one {ओरिजिनल और उसकी # कॉपी छप चुकी हैं।} other {ओरिजिनल और उसकी # कॉपी छप चुकी हैं।}} अगले प्रिंट पर “कॉपी {next}” लिखा होगा।',
  'receipts.related': 'इसी पेमेंट से',
  'receipts.refund': 'पैसे लौटाएँ',
  'receipts.paper': 'कागज़',
  'receipts.paper.roll80': 'रोल, 80 mm',
  'receipts.paper.a4': 'शीट, A4',
  'receipts.language': 'छपाई की भाषा',
  'receipts.languageHint': 'सिर्फ़ शब्द बदलते हैं: रकम और नंबर वैसे ही रहते हैं जैसे रसीद बनते समय थे।',
  'receipts.print': 'प्रिंट करें',
  'receipts.save': 'PDF सेव करें',
  'receipts.printOf': '{label} प्रिंट करें',
  'receipts.saveOf': '{label} की PDF सेव करें',
  'receipts.noPrinter':
    'कुछ नहीं छपा: इस कंप्यूटर को प्रिंटर नहीं मिला, या प्रिंटर ने मना कर दिया। जाँचकर फिर प्रिंट करें; उस पर “कॉपी” लिखा होगा।',
} satisfies Translated<typeof english>
