import type { waitlist as english } from '../en/waitlist.ts'
import type { Translated } from '../../translate.ts'

/** The words of the waitlist. */
export const waitlist = {
  'waitlist.title': 'വെയിറ്റിംഗ് ലിസ്റ്റ്',
  'waitlist.add': 'ലിസ്റ്റിൽ ചേർക്കുക',
  'waitlist.added': '{plate} വെയിറ്റിംഗ് ലിസ്റ്റിൽ ചേർത്തു.',
  'waitlist.empty': 'ആരും കാത്തിരിക്കുന്നില്ല. യാർഡ് നിറഞ്ഞാൽ അടുത്ത വണ്ടി ഇവിടെ ചേർക്കൂ; ആദ്യം ഒഴിയുന്ന ബേ അതിന് കിട്ടും.',
  'waitlist.offered': '{until} വരെ ഒരു ബേ പിടിച്ചുവെച്ചു',
  'waitlist.serve': '{plate} ടിക്കറ്റ്',
  'waitlist.left': '{plate} വെയിറ്റിംഗ് ലിസ്റ്റിൽ നിന്ന് മാറ്റി.',
  'waitlist.leave': '{plate} ലിസ്റ്റിൽ നിന്ന് ഒഴിവാക്കുക',
} satisfies Translated<typeof english>
