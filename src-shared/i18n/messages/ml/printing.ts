import type { printing as english } from '../en/printing.ts'
import type { Translated } from '../../translate.ts'

/** The console's screen of receipts, and printing them. */
export const printing = {
  'printing.title': 'പ്രിന്റിംഗ്',
  'printing.hint': 'ഇവിടെ തിരഞ്ഞെടുക്കുന്ന പ്രിന്ററിൽ Kerbside ചോദിക്കാതെ ഉടൻ പ്രിന്റ് ചെയ്യും. ഈ കമ്പ്യൂട്ടറിൽ മാത്രം സൂക്ഷിക്കും.',
  'printing.use.receipts': 'രസീതുകൾക്കും Z റിപ്പോർട്ടുകൾക്കുമുള്ള പ്രിന്റർ',
  'printing.use.lists': 'ലിസ്റ്റുകൾക്കുള്ള പ്രിന്റർ',
  'printing.ask': 'ഓരോ തവണയും ചോദിക്കുക',
  'printing.noneHere': 'ഈ കമ്പ്യൂട്ടറിൽ പ്രിന്ററൊന്നുമില്ല. അതിന്റെ സെറ്റിംഗ്സിൽ ഒന്ന് ചേർത്ത് വീണ്ടും തിരയൂ.',
  'printing.look': 'പ്രിന്ററുകൾ വീണ്ടും തിരയുക',
  'printing.gone': 'ആ പ്രിന്റർ ഇപ്പോൾ കാണുന്നില്ല. ഓണാക്കി വീണ്ടും തിരയൂ, അല്ലെങ്കിൽ മറ്റൊന്ന് തിരഞ്ഞെടുക്കൂ.',
  'printing.inTrouble': '{printer} ({trouble})',
  'printing.trouble.stopped': 'നിർത്തിയിരിക്കുന്നു',
  'printing.trouble.no_paper': 'പേപ്പർ തീർന്നു',
  'printing.trouble.offline': 'ഓഫാണ്',
  'printing.test': 'ടെസ്റ്റ് പേജ് പ്രിന്റ് ചെയ്യുക',
  'printing.testOf': 'ടെസ്റ്റ് പേജ് പ്രിന്റ് ചെയ്യുക: {use}',
  'printing.testTitle': 'ടെസ്റ്റ് പേജ്',
  'printing.sent': '{printer} എന്നതിലേക്ക് അയച്ചു',
  'printing.problem.gone':
    'ഒന്നും പ്രിന്റ് ചെയ്തില്ല: {printer} എന്ന പ്രിന്റർ കാണുന്നില്ല. ഓണാക്കി വീണ്ടും ശ്രമിക്കൂ, അല്ലെങ്കിൽ മറ്റൊന്നിൽ പ്രിന്റ് ചെയ്യൂ.',
  'printing.problem.offline':
    'ഒന്നും പ്രിന്റ് ചെയ്തില്ല: {printer} എന്ന പ്രിന്റർ പ്രതികരിക്കുന്നില്ല. ഓണാക്കി, കേബിൾ നോക്കി വീണ്ടും ശ്രമിക്കൂ, അല്ലെങ്കിൽ മറ്റൊന്നിൽ പ്രിന്റ് ചെയ്യൂ.',
  'printing.problem.no_paper':
    'ഒന്നും പ്രിന്റ് ചെയ്തില്ല: {printer} എന്ന പ്രിന്ററിൽ പേപ്പറില്ല. പേപ്പർ വെച്ച് വീണ്ടും ശ്രമിക്കൂ, അല്ലെങ്കിൽ മറ്റൊന്നിൽ പ്രിന്റ് ചെയ്യൂ.',
  'printing.problem.stopped':
    'ഒന്നും പ്രിന്റ് ചെയ്തില്ല: {printer} എന്ന പ്രിന്റർ നിർത്തിയിരിക്കുന്നു. കമ്പ്യൂട്ടറിന്റെ സെറ്റിംഗ്സിൽ തുടങ്ങിച്ച് വീണ്ടും ശ്രമിക്കൂ, അല്ലെങ്കിൽ മറ്റൊന്നിൽ പ്രിന്റ് ചെയ്യൂ.',
  'printing.problem.failed':
    '{printer} എന്ന പ്രിന്റർ അത് നിരസിച്ചു. പ്രിന്റർ പരിശോധിച്ച് വീണ്ടും പ്രിന്റ് ചെയ്യൂ; അപ്പോൾ രസീതിൽ COPY എന്നുണ്ടാകും.',
  'printing.again': 'വീണ്ടും ശ്രമിക്കുക',
  'printing.another': 'മറ്റൊന്നിൽ പ്രിന്റ് ചെയ്യുക',
} satisfies Translated<typeof english>
