import type { updates as english } from '../en/updates.ts'
import type { Translated } from '../../translate.ts'

/** What the desktop's console says about newer versions of Kerbside. */
export const updates = {
  'updates.title': 'അപ്ഡേറ്റ്',
  'updates.version': 'ഇത് Kerbside {version} ആണ്.',
  'updates.none.no_feed':
    'അപ്ഡേറ്റ് എവിടെ നിന്നെന്ന് ആരും പറഞ്ഞിട്ടില്ല, അതിനാൽ Kerbside നോക്കുന്നില്ല. ഈ കമ്പ്യൂട്ടർ നോക്കിനടത്തുന്നയാൾ KERBSIDE_UPDATE_URL നൽകണം.',
  'updates.none.feed_refused':
    'അപ്ഡേറ്റ് വരേണ്ട വിലാസം ഉപയോഗിക്കാനാവില്ല: https വിലാസം വേണം. ഈ കമ്പ്യൂട്ടർ നോക്കിനടത്തുന്നയാൾ KERBSIDE_UPDATE_URL ശരിയാക്കണം.',
  'updates.none.package_manager': 'ഇവിടെ അപ്ഡേറ്റ് തരുന്നത് സിസ്റ്റത്തിന്റെ പാക്കേജ് മാനേജരാണ്. പുതിയ പാക്കേജ് അതുകൊണ്ട് ഇൻസ്റ്റാൾ ചെയ്യൂ.',
  'updates.none.read_only':
    'വെച്ചിരിക്കുന്നിടത്ത് എഴുതാൻ Kerbside-ന് അനുവാദമില്ല, അതിനാൽ സ്വയം അപ്ഡേറ്റ് ചെയ്യാനാവില്ല. നിങ്ങളുടെ സ്വന്തം ഫോൾഡറിലേക്ക് മാറ്റൂ, അല്ലെങ്കിൽ അവിടെ വെച്ചയാളോട് അപ്ഡേറ്റ് ചെയ്യാൻ പറയൂ.',
  'updates.none.not_installed': 'ഈ Kerbside ഇൻസ്റ്റാൾ ചെയ്തതല്ല, അതിനാൽ സ്വയം അപ്ഡേറ്റ് ചെയ്യില്ല.',
  'updates.none.unsigned':
    'ഈ Kerbside-ൽ നിർമ്മാതാവിന്റെ ഒപ്പില്ല, അതിനാൽ അപ്ഡേറ്റ് അതേ ആളുടേതാണോ എന്നറിയാനാവില്ല. പുതിയ പതിപ്പുകൾ കൈകൊണ്ട് ഇൻസ്റ്റാൾ ചെയ്യൂ.',
  'updates.current': 'ഇതാണ് ഏറ്റവും പുതിയ പതിപ്പ്.',
  'updates.notLooked': 'Kerbside പുതിയ പതിപ്പുണ്ടോ എന്ന് ഇതുവരെ നോക്കിയിട്ടില്ല.',
  'updates.looking': 'പുതിയ പതിപ്പുണ്ടോ എന്ന് നോക്കുന്നു…',
  'updates.downloading': 'പതിപ്പ് {version} എടുക്കുന്നു: {percent} %',
  'updates.progress': 'പതിപ്പ് {version} എടുക്കുന്നു',
  'updates.failed.unreachable':
    'പുതിയ പതിപ്പുണ്ടോ എന്ന് നോക്കാനായില്ല: അപ്ഡേറ്റിന്റെ വിലാസം മറുപടി തന്നില്ല. കുറച്ചു മണിക്കൂർ കഴിഞ്ഞ് Kerbside വീണ്ടും ശ്രമിക്കും.',
  'updates.failed.damaged':
    'കിട്ടിയത് പറഞ്ഞതുപോലെയല്ല, അതിനാൽ കളഞ്ഞു. ഒന്നും മാറിയിട്ടില്ല. ഇനിയും ഇങ്ങനെ വന്നാൽ ഈ കമ്പ്യൂട്ടർ നോക്കിനടത്തുന്നയാളോട് പറയൂ.',
  'updates.ready': 'പതിപ്പ് {version} തയ്യാർ.',
  'updates.readyHint':
    'താഴത്തെ ബട്ടൺ അമർത്തുമ്പോഴും, macOS ഒഴികെ, ഷിഫ്റ്റ് തുറന്നിട്ടില്ലെങ്കിൽ Kerbside നിർത്തുമ്പോഴും ഇത് ഇൻസ്റ്റാൾ ചെയ്യും. അതിനുമുമ്പ് ബാക്കപ്പ് എടുക്കും.',
  'updates.notes': 'പുതിയതെന്ത്',
  'updates.notes.of': 'പതിപ്പ് {version}: പുതിയതെന്ത്',
  'updates.notes.none': 'ഇതിനെക്കുറിച്ച് ഒന്നും എഴുതിയിട്ടില്ല.',
  'updates.install': 'റീസ്റ്റാർട്ട് ചെയ്ത് അപ്ഡേറ്റ് ചെയ്യുക',
  'updates.held': 'ഒരു ഷിഫ്റ്റ് തുറന്നിരിക്കുന്നു. ആദ്യം അത് അടയ്ക്കൂ: അപ്ഡേറ്റിനുവേണ്ടി ആരും കൗണ്ടറിൽ കാത്തുനിൽക്കേണ്ട.',
  'updates.held.unknown': 'ഷിഫ്റ്റ് തുറന്നിട്ടുണ്ടോ എന്ന് ഇപ്പോൾ അറിയില്ല.',
  'updates.ask': 'റീസ്റ്റാർട്ട് ചെയ്ത് {version} പതിപ്പിലേക്ക് മാറണോ?',
  'updates.askText':
    'Kerbside നിർത്തി, പതിപ്പ് ഇൻസ്റ്റാൾ ചെയ്ത്, വീണ്ടും തുടങ്ങും: ഒന്നോ രണ്ടോ മിനിറ്റ്. അതുവരെ കിയോസ്കിൽ ബുക്ക് ചെയ്യാനാവില്ല. അതിനുമുമ്പ് ബാക്കപ്പ് എടുക്കും.',
  'updates.answer.nothing_ready': 'ഇൻസ്റ്റാൾ ചെയ്യാൻ ഇപ്പോൾ ഒന്നുമില്ല. വീണ്ടും നോക്കൂ.',
  'updates.answer.shift_open': 'ഇതിനിടെ ഒരു ഷിഫ്റ്റ് തുറന്നു. ആദ്യം അത് അടയ്ക്കൂ.',
  'updates.answer.not_admin': 'അഡ്മിന് മാത്രമേ അപ്ഡേറ്റ് ചെയ്യാനാവൂ. അഡ്മിനായി സൈൻ ഇൻ ചെയ്യൂ.',
  'updates.restarting': 'Kerbside റീസ്റ്റാർട്ട് ചെയ്യുന്നു…',
  'updates.look': 'ഇപ്പോൾ നോക്കുക',
  'updates.check': 'പുതിയ പതിപ്പുണ്ടോ എന്ന് തനിയെ നോക്കുക',
  'updates.channel': 'പതിപ്പുകൾ',
  'updates.channel.stable': 'എല്ലാവർക്കുമുള്ളവ',
  'updates.channel.beta': 'പരീക്ഷിക്കാൻ, അതിനുമുമ്പുള്ളവയും',
  'updates.ofNewer': 'ഈ സെറ്റിംഗ്സ് പുതിയൊരു Kerbside എഴുതിയതാണ്. അത് അങ്ങനെതന്നെ വെച്ചു; മാറ്റാൻ ആ പതിപ്പ് വീണ്ടും ഇൻസ്റ്റാൾ ചെയ്യൂ.',
  'updates.banner': 'Kerbside {version} ഇൻസ്റ്റാൾ ചെയ്യാൻ തയ്യാർ.',
  'updates.banner.look': 'നോക്കുക',
  'updates.news': 'Kerbside അപ്ഡേറ്റ് ചെയ്തു: ഇത് പതിപ്പ് {version}.',
} satisfies Translated<typeof english>
