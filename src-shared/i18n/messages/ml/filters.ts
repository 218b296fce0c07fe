import type { Translated } from '../../translate.ts'
import type { filters as english } from '../en/filters.ts'

export const filters = {
  'filters.title': 'സേവ് ചെയ്ത ഫിൽട്ടറുകൾ',
  'filters.usual': 'പതിവുപോലെ',
  'filters.opens': 'സ്ക്രീൻ ഇതോടെ തുറക്കും',
  'filters.save': 'ഫിൽട്ടർ സേവ് ചെയ്യുക',
  'filters.change': 'ഫിൽട്ടർ മാറ്റുക',
  'filters.saveTitle': 'ഈ ഫിൽട്ടർ സേവ് ചെയ്യുക',
  'filters.changeTitle': '“{name}” മാറ്റുക',
  'filters.name': 'പേര്',
  'filters.nameHint': 'നിങ്ങൾ മാത്രമേ കാണൂ. ഇവിടെ വണ്ടി നമ്പർ എഴുതരുത്.',
  'filters.nameMissing': 'ഒരു പേര് നൽകുക.',
  'filters.namePlate': 'ഇത് വണ്ടി നമ്പർ ആകാം. കൂടിയാൽ മൂന്ന് അക്കം മാത്രം; ഒരു വാക്കിൽ അക്ഷരവും അക്കവും ഒന്നിച്ച് വേണ്ട.',
  'filters.nameTaken': 'ഈ പേരിൽ ഇവിടെ ഒരു ഫിൽട്ടർ ഉണ്ട്. മറ്റൊരു പേര് നൽകുക.',
  'filters.tooMany': 'ഇവിടെ നിങ്ങൾക്ക് ഇപ്പോൾത്തന്നെ {most} ഫിൽട്ടറുകൾ ഉണ്ട്. ആദ്യം ഒന്ന് നീക്കുക.',
  'filters.days': 'ദിവസങ്ങൾ',
  'filters.daysMove': 'കലണ്ടറിനൊപ്പം മാറും, ഇന്നു മുതൽ എണ്ണി',
  'filters.daysStay': '{days} തന്നെ',
  'filters.open': 'ഈ സ്ക്രീൻ ഇതോടെ തുറക്കുക',
  'filters.searchLeft': 'തിരഞ്ഞത് സേവ് ആകില്ല: അത് ആരുടെയെങ്കിലും വണ്ടി നമ്പർ ആകാം.',
  'filters.saved': '“{name}” സേവ് ചെയ്തു',
  'filters.deleted': '“{name}” നീക്കി',
  'filters.delete': 'നീക്കുക',
  'command.filters.choose': 'സേവ് ചെയ്ത ഫിൽട്ടർ ഉപയോഗിക്കുക',
} satisfies Translated<typeof english>
