import type { today as english } from '../en/today.ts'
import type { Translated } from '../../translate.ts'

/** What the Today screen says of the lot. */
export const today = {
  'today.attention': 'ശ്രദ്ധിക്കേണ്ടവ',
  'today.attentionNone': 'എല്ലാം ശരിയാണ്: ആരും സമയം കവിഞ്ഞിട്ടില്ല, എല്ലാ ബുക്കിംഗിനും ബേയുണ്ട്.',
  'today.attentionSign': '!',
  'today.attention.overstay': 'പോകേണ്ടിയിരുന്നത്',
  'today.attention.conflict': 'ബേ ഒഴിവില്ല:',
  'today.attention.exit': '{plate} എക്സിറ്റ്',
  'today.attention.open': '{reference} തുറക്കുക',
  'today.carsIn': 'വണ്ടികൾ',
  'today.carsInDetail': 'ഇപ്പോൾ കാർ പാർക്കിൽ',
  'today.carsInNone': 'കാർ പാർക്ക് കാലിയാണ്',
  'today.dueOut': 'പോകാനുള്ളവ',
  'today.dueOutDetail': 'ഒരു മണിക്കൂറിനകം',
  'today.dueOutNone': 'ഒരു മണിക്കൂറിനകം ആരുമില്ല',
  'today.overstays': 'സമയം കവിഞ്ഞവ',
  'today.overstaysDetail': 'ബുക്ക് ചെയ്തതിലും കൂടുതൽ',
  'today.overstaysNone': 'ആരും സമയം കവിഞ്ഞിട്ടില്ല',
  'today.waiting': 'കാത്തിരിപ്പ്',
  'today.waitingDetail': 'ബേ കിട്ടാൻ',
  'today.waitingNone': 'ആരും കാത്തിരിക്കുന്നില്ല',
} satisfies Translated<typeof english>
