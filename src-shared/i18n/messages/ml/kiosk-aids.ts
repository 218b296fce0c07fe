import type { kioskAids as english } from '../en/kiosk-aids.ts'
import type { Translated } from '../../translate.ts'

/** What a kiosk says beside its screens. */
export const kioskAids = {
  'kiosk.help.call': 'ജീവനക്കാരെ വിളിക്കുക',
  'kiosk.help.calling': 'ജീവനക്കാരെ വിളിക്കുന്നു',
  'kiosk.help.called.title': 'സഹായം വരുന്നു',
  'kiosk.help.called.body': 'ജീവനക്കാരെ അറിയിച്ചു; അവർ ഈ സ്ക്രീനിനടുത്ത് വരും. അതുവരെ നിങ്ങൾക്ക് തുടരാം.',
  'kiosk.help.called.short': 'ജീവനക്കാരെ വിളിച്ചു',
  'kiosk.help.coming.title': 'ജീവനക്കാർ നിങ്ങളുടെ അടുത്തേക്ക് വരുന്നു',
  'kiosk.help.coming.body': 'ദയവായി ഇവിടെ നിൽക്കുക. അതുവരെ നിങ്ങൾക്ക് തുടരാം.',
  'kiosk.help.coming.short': 'ജീവനക്കാർ വരുന്നു',
  'kiosk.help.failed.title': 'ഇപ്പോൾ ഇവിടെ നിന്ന് ജീവനക്കാരെ വിളിക്കാൻ കഴിയില്ല',
  'kiosk.help.failed.body': 'ദയവായി കൗണ്ടറിലേക്ക് പോകുക; അവിടെ ആരെങ്കിലും സഹായിക്കും.',
  'kiosk.help.often.title': 'ജീവനക്കാരെ ഇതിനകം പല തവണ വിളിച്ചു',
  'kiosk.help.often.body': 'ആരും വന്നില്ലെങ്കിൽ ദയവായി കൗണ്ടറിലേക്ക് പോകുക.',
  'kiosk.help.withdraw': 'ഇനി സഹായം വേണ്ട',
  'kiosk.help.withdrawn.title': 'നിങ്ങൾക്ക് സഹായം വേണ്ടെന്ന് ജീവനക്കാരെ അറിയിച്ചു',
  'kiosk.help.withdrawn.body': 'വീണ്ടും സഹായം വേണമെങ്കിൽ “ജീവനക്കാരെ വിളിക്കുക” തൊടുക.',
  'kiosk.help.close': 'തുടരുക',
  'kiosk.contrast': 'ഹൈ കോൺട്രാസ്റ്റ്',
  'kiosk.aloud.start': 'ഉറക്കെ വായിക്കുക',
  'kiosk.aloud.stop': 'വായന നിർത്തുക',
  'kiosk.aloud.choices': 'നിങ്ങൾക്ക് തിരഞ്ഞെടുക്കാം: {choices}.',
} satisfies Translated<typeof english>
