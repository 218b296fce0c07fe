import type { weekly as english } from '../en/weekly.ts'
import type { Translated } from '../../translate.ts'

/** The summaries of weeks, on the Reports screen. */
export const weekly = {
  'weekly.heading': 'ആഴ്ചകളുടെ സംഗ്രഹങ്ങൾ',
  'weekly.lead': 'ഓരോ ആഴ്ചയും കഴിയുമ്പോൾ അതിന്റെ സംഗ്രഹം തനിയെ ഉണ്ടാകുന്നു, കണക്കുകൾ അതേപടി സൂക്ഷിക്കുന്നു. അടുത്തത് {at}-ന്.',
  'weekly.none': 'ഇതുവരെ ഒരു ആഴ്ചയും കഴിഞ്ഞിട്ടില്ല',
  'weekly.noneHint': 'ആദ്യത്തെ സംഗ്രഹം {at}-ന് ഉണ്ടാകും. മറ്റേത് ആഴ്ചയും താഴെനിന്ന് എടുക്കാം.',
  'command.reports.week': 'ആഴ്ചയുടെ സംഗ്രഹം ഡൗൺലോഡ് ചെയ്യുക',
  'weekly.column.week': 'ആഴ്ച',
  'weekly.column.made': 'ഉണ്ടാക്കിയത്',
  'weekly.column.books': 'കണക്കുപുസ്തകങ്ങൾ',
  'weekly.column.file': 'ഫയൽ',
  'weekly.agree': 'ഒത്തുപോകുന്നു',
  'weekly.disagree': 'ഒത്തുപോകുന്നില്ല',
  'weekly.download': 'PDF ഡൗൺലോഡ് ചെയ്യുക',
  'weekly.downloadAny': '{day} ഉൾപ്പെടുന്ന ആഴ്ച PDF ആയി ഡൗൺലോഡ് ചെയ്യുക',
  'weekly.downloadOf': '{from} മുതൽ {to} വരെയുള്ള ആഴ്ച PDF ആയി ഡൗൺലോഡ് ചെയ്യുക',
  'weekly.written': '{at} മുതൽ ഫോൾഡറിൽ',
  'weekly.any': 'മറ്റേതെങ്കിലും ആഴ്ചയിലെ ഒരു ദിവസം',
  'weekly.anyHint': 'കഴിഞ്ഞിട്ടില്ലാത്ത ആഴ്ചയുടേതും.',
  'weekly.language': 'PDF-ന്റെ ഭാഷ',
  'weekly.settings': 'ആഴ്ചകളുടെ സംഗ്രഹങ്ങൾ: എപ്പോൾ, എവിടെ',
  'weekly.startsOn': 'ആഴ്ച തുടങ്ങുന്നത്',
  'weekly.folder': 'ഓരോന്നിന്റെയും പകർപ്പിനുള്ള ഫോൾഡർ',
  'weekly.folderHint': 'Kerbside പ്രവർത്തിക്കുന്ന കമ്പ്യൂട്ടറിലെ മുഴുവൻ പാത്ത്, ഉദാഹരണത്തിന് ഒരു ഷെയർ. വേണ്ടെങ്കിൽ ഒഴിച്ചിടുക.',
  'weekly.save': 'സേവ് ചെയ്യുക',
  'weekly.saved': 'സേവ് ചെയ്തു. അടുത്ത സംഗ്രഹം {at}-ന് ഉണ്ടാകും.',
  'weekly.problem': 'ഏറ്റവും പുതിയ സംഗ്രഹം ഫോൾഡറിൽ എഴുതാനായില്ല: {problem}. ഓരോ പത്തു മിനിറ്റിലും വീണ്ടും ശ്രമിക്കും.',
} satisfies Translated<typeof english>
