import type { receiptsScreen as english } from '../en/receipts-screen.ts'
import type { Translated } from '../../translate.ts'

/** The console's screen of receipts, and printing them. */
export const receiptsScreen = {
  'receipts.title': 'രസീത്',
  'receipts.search': 'രസീത്, വണ്ടി നമ്പർ',
  'receipts.searchHint': 'ദിവസം തിരഞ്ഞെടുത്തില്ലെങ്കിൽ എല്ലാ ദിവസവും തിരയും.',
  'receipts.day': 'ദിവസം',
  'receipts.dayBefore': 'തലേന്ന്',
  'receipts.dayAfter': 'പിറ്റേന്ന്',
  'receipts.today': 'ഇന്ന്',
  'receipts.showToday': 'ഇന്നത്തെ രസീതുകൾ കാണിക്കുക',
  'receipts.count': '{count, plural, one {# രസീത് അല്ലെങ്കിൽ ക്രെഡിറ്റ് നോട്ട്} other {# രസീതുകളും ക്രെഡിറ്റ് നോട്ടുകളും}}',
  'receipts.empty': 'ഈ ദിവസം രസീതില്ല',
  'receipts.emptyHint': 'പണം മുഴുവൻ കിട്ടുന്ന നിമിഷം രസീത് ഉണ്ടാകും; അത് ഇവിടെ തനിയെ വരും.',
  'receipts.nothingFound': 'ഒന്നും ഒത്തുവന്നില്ല',
  'receipts.nothingFoundHint': '123 പോലെ നമ്പർ മാത്രം നൽകി നോക്കൂ, അല്ലെങ്കിൽ വണ്ടി നമ്പറിന്റെ തുടക്കം.',
  'receipts.column.time': 'നൽകിയത്',
  'receipts.column.number': 'നമ്പർ',
  'receipts.column.kind': 'തരം',
  'receipts.column.plate': 'വണ്ടി',
  'receipts.column.total': 'ആകെ',
  'receipts.column.printed': 'പ്രിന്റ്',
  'receipts.column.open': 'കാണിക്കുക',
  'receipts.series.R': 'രസീത്',
  'receipts.series.C': 'ക്രെഡിറ്റ് നോട്ട്',
  'receipts.open': 'കാണിക്കുക',
  'receipts.openOf': '{label} കാണിക്കുക',
  'receipts.notPrinted': 'ആയിട്ടില്ല',
  'receipts.printed': '{copies, plural, =0 {ഒറിജിനൽ} one {ഒറിജിനലും # കോപ്പിയും} other {ഒറിജിനലും # കോപ്പികളും}}',

  // One receipt
  'receipts.sheetOf': 'രസീത് {label}',
  'receipts.creditNoteOf': 'ക്രെഡിറ്റ് നോട്ട് {label}',
  'receipts.asPrinted': 'പ്രിന്റിൽ കാണുന്നതുപോലെ',
  'receipts.nextIsOriginal': 'പ്രിന്റ് ചെയ്തിട്ടില്ല: ആദ്യത്തെ പ്രിന്റാണ് ഒറിജിനൽ.',
  'receipts.nextIsCopy':
    'ഒറിജിനൽ{copies, plural, =0 {} one {, # കോപ്പി} other {, # കോപ്പികൾ}} പ്രിന്റ് ചെയ്തു. അടുത്ത പ്രിന്റിൽ “കോപ്പി {next}” എന്നുണ്ടാകും.',
  'receipts.related': 'ഇതേ പേയ്മെന്റിന്റെ',
  'receipts.refund': 'പണം തിരികെ നൽകുക',
  'receipts.paper': 'കടലാസ്',
  'receipts.paper.roll80': 'റോൾ, 80 mm',
  'receipts.paper.a4': 'ഷീറ്റ്, A4',
  'receipts.language': 'അച്ചടിക്കുന്ന ഭാഷ',
  'receipts.languageHint': 'വാക്കുകൾ മാത്രം മാറും: തുകയും നമ്പറുകളും രസീത് നൽകിയപ്പോഴുള്ളതു തന്നെ.',
  'receipts.print': 'പ്രിന്റ്',
  'receipts.save': 'PDF ആയി സേവ്',
  'receipts.printOf': '{label} പ്രിന്റ് ചെയ്യുക',
  'receipts.saveOf': '{label} PDF ആയി സേവ് ചെയ്യുക',
  'receipts.noPrinter':
    'പ്രിന്റ് ആയില്ല: ഈ കമ്പ്യൂട്ടറിന് പ്രിന്റർ കിട്ടിയില്ല, അല്ലെങ്കിൽ പ്രിന്റർ പ്രവർത്തിച്ചില്ല. നോക്കിയ ശേഷം വീണ്ടും പ്രിന്റ് ചെയ്യൂ; അതിൽ “കോപ്പി” എന്നുണ്ടാകും.',
} satisfies Translated<typeof english>
