import type { shell as english } from '../en/shell.ts'
import type { Translated } from '../../translate.ts'

/** The words around the console's screens: navigation, search, shift. */
export const shell = {
  'shell.person': 'നിങ്ങളും ഈ കമ്പ്യൂട്ടറും',
  'shell.menu': 'മെനു',
  'shell.group.work': 'ജോലി',
  'shell.group.owner': 'ഉടമ',
  'shell.group.admin': 'അഡ്മിൻ',
  'shell.search': 'തിരയുക, ചെയ്യുക',
  'shell.searchKey': 'Ctrl K',
  'shell.shift.open': 'ഷിഫ്റ്റ് {number}',
  'shell.shift.none': 'ഷിഫ്റ്റില്ല',
  'shell.broken': 'ഈ സ്ക്രീൻ കാണിക്കാനായില്ല.',
  'shell.brokenHint': 'സേവ് ചെയ്തതെല്ലാം സുരക്ഷിതം. വീണ്ടും ലോഡ് ചെയ്യൂ, അല്ലെങ്കിൽ വേറെ സ്ക്രീനിൽ തുടരൂ.',
  'shell.brokenReload': 'റീലോഡ് ചെയ്യുക',

  // What can be begun from anywhere
  'shell.do.walkIn': 'വാക്ക്-ഇൻ: ഗേറ്റിലെത്തിയ വണ്ടിക്ക് ടിക്കറ്റ്',
  'shell.do.exit': 'എക്സിറ്റ്: വണ്ടി പണമടച്ച് പോകുന്നു',
  'shell.do.bookParking': 'പുതിയ പാർക്കിംഗ് ബുക്കിംഗ്',
  'shell.do.bookWash': 'പുതിയ വാഷ് ബുക്കിംഗ്',
  'shell.do.wait': 'വണ്ടി വെയിറ്റിംഗ് ലിസ്റ്റിൽ ചേർക്കുക',
  'shell.do.shift': 'ഷിഫ്റ്റ് തുറക്കുക, അടയ്ക്കുക',
  'shell.do.lock': 'കൺസോൾ ലോക്ക് ചെയ്യുക',

  // The palette
  'search.title': 'തിരയുക, ചെയ്യുക',
  'search.label': 'വണ്ടി നമ്പർ, ടിക്കറ്റ്, റഫറൻസ്, അല്ലെങ്കിൽ ചെയ്യേണ്ട കാര്യം',
  'search.placeholder': 'KL07… · T-1234 · വാക്ക്-ഇൻ',
  'search.results': 'കണ്ടെത്തിയവ',
  'search.cars': 'വണ്ടികളും ബുക്കിംഗുകളും',
  'search.actions': 'ചെയ്യാൻ',
  'search.screens': 'തുറക്കാൻ',
  'search.go': '{screen} തുറക്കുക',
  'search.act.exit': 'എക്സിറ്റ്',
  'search.act.map': 'മാപ്പിൽ',
  'search.act.booking': 'ബുക്കിംഗ്',
  'search.stay': '{bay} · {time} മുതൽ · {ticket}',
  'search.booking': '{bay} · {time} · {reference}',
  'plate.erased': 'മായ്ച്ചു',
  'search.near': 'ഒരക്ഷരം വ്യത്യാസം',
  'search.count':
    '{count, plural, =0 {വണ്ടിയോ ബുക്കിംഗോ കണ്ടില്ല} one {# വണ്ടി അല്ലെങ്കിൽ ബുക്കിംഗ് കണ്ടു} other {# വണ്ടികളും ബുക്കിംഗുകളും കണ്ടു}}',
  'search.none': 'ഒന്നും ഒത്തുവന്നില്ല. വണ്ടി നമ്പറിലെ അവസാന നാലക്കം നോക്കൂ.',
} satisfies Translated<typeof english>
