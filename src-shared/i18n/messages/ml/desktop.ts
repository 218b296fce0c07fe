import type { desktop as english } from '../en/desktop.ts'
import type { Translated } from '../../translate.ts'

/** What the desktop itself says: its tray, its menu and its questions. What the console says is the console's. */
export const desktop = {
  'desktop.quit': 'നിർത്തുക',
  'desktop.openConsole': 'Kerbside തുറക്കുക',
  'desktop.openDataFolder': 'ഡാറ്റ ഫോൾഡർ തുറക്കുക',
  'desktop.print': 'പ്രിന്റ് ചെയ്യുക…',
  'desktop.copyKioskAddress': 'കിയോസ്കിന്റെ വിലാസം പകർത്തുക: {url}',
  'desktop.trayTip': 'Kerbside കിയോസ്കുകൾ പ്രവർത്തിപ്പിക്കുന്നു: {url}',
  'desktop.needsAttention': 'Kerbside: {count, plural, one {# കാര്യത്തിന്} other {# കാര്യങ്ങൾക്ക്}} ശ്രദ്ധ വേണം',
  'desktop.settingRefused.title': 'ഒരു സെറ്റിംഗ് ഉപയോഗിക്കാൻ പറ്റുന്നില്ല',
  'desktop.settingRefused.advice': 'Kerbside തുടങ്ങുന്നിടത്ത് അത് ശരിയാക്കൂ, എന്നിട്ട് Kerbside വീണ്ടും തുടങ്ങൂ.',
  'desktop.cannotStart.title': 'Kerbside തുടങ്ങാൻ കഴിയുന്നില്ല',
  'desktop.cannotStart.advice': 'ഒന്നും മാറിയിട്ടില്ല. ഡാറ്റ ഇവിടെയുണ്ട്: {folder}',
  'desktop.portInUse.title': 'പോർട്ട് {port} മറ്റൊരു പ്രോഗ്രാം ഉപയോഗിക്കുന്നു',
  'desktop.portInUse.heldBy': 'അത് ഉപയോഗിക്കുന്നത് {program} (പ്രോസസ് {pid}) ആണ്.',
  'desktop.portInUse.heldByUnknown': 'അത് ഏതു പ്രോഗ്രാമാണെന്ന് ഈ സിസ്റ്റം Kerbside-നോടു പറയുന്നില്ല.',
  'desktop.portInUse.kiosks':
    'ടാബ്‌ലെറ്റുകൾ Kerbside-ൽ എത്തുന്നത് പോർട്ട് {port} വഴിയാണ് (സെറ്റിംഗ് KERBSIDE_PORT). അത് മറ്റൊരു ഡാറ്റയുള്ള Kerbside ആകാം. പോർട്ട് {free}-ൽ Kerbside പ്രവർത്തിക്കും, ഇനിയും ആ പോർട്ട് തന്നെ എടുക്കും. പെയർ ചെയ്ത ടാബ്‌ലെറ്റുകൾക്ക് പുതിയ വിലാസം കൊടുക്കണം: കിയോസ്കുകളിൽ “ടാബ്‌ലെറ്റ് പെയർ ചെയ്യുക” എടുത്ത് ഓരോന്നിലും കോഡ് സ്കാൻ ചെയ്യൂ.',
  'desktop.portInUse.staff':
    'ഈ കമ്പ്യൂട്ടറിലെ പ്രോഗ്രാമുകൾ Kerbside-ൽ എത്തുന്നത് പോർട്ട് {port} വഴിയാണ് (സെറ്റിംഗ് KERBSIDE_STAFF_PORT). പോർട്ട് {free}-ൽ Kerbside പ്രവർത്തിക്കും, ഇനിയും ആ പോർട്ട് തന്നെ എടുക്കും; ടാബ്‌ലെറ്റുകൾ അറിയുകയുമില്ല.',
  'desktop.portInUse.usePort': 'പോർട്ട് {free} എടുക്കുക',
  'desktop.quitWithKiosks.title': '{kiosks, plural, one {ഒരു കിയോസ്ക് ബന്ധിപ്പിച്ചിട്ടുണ്ട്} other {# കിയോസ്കുകൾ ബന്ധിപ്പിച്ചിട്ടുണ്ട്}}',
  'desktop.quitWithKiosks.advice':
    'Kerbside പ്രവർത്തിക്കാത്തപ്പോൾ കസ്റ്റമർമാർക്ക് ബുക്ക് ചെയ്യാൻ പറ്റില്ല. വിൻഡോ മാത്രം മാറ്റാൻ അത് അടച്ചാൽ മതി, നിർത്തേണ്ട.',
  'desktop.quitWithKiosks.stay': 'പ്രവർത്തനം തുടരുക',
  'desktop.noTray.title': 'Kerbside കിയോസ്കുകൾ പ്രവർത്തിപ്പിച്ചുകൊണ്ടിരിക്കും',
  'desktop.noTray.advice':
    'ഈ ഡെസ്ക്ടോപ്പിൽ Kerbside-ന് ഇരിക്കാൻ ട്രേ ഇല്ല, അതിനാൽ വിൻഡോ ചുരുക്കുന്നു. Kerbside നിർത്താൻ “നിർത്തുക” തിരഞ്ഞെടുക്കൂ.',
  'desktop.noTray.minimise': 'ചുരുക്കുക',
  'desktop.keepsFailing.title': 'കൺസോൾ വീണ്ടും വീണ്ടും തകരാറിലാകുന്നു',
  'desktop.keepsFailing.advice': 'കിയോസ്കുകൾ ഇപ്പോഴും പ്രവർത്തിക്കുന്നുണ്ട്. കൺസോൾ ഒരിക്കൽക്കൂടി തുറന്നുനോക്കാം.',
  'desktop.keepsFailing.reload': 'വീണ്ടും തുറക്കുക',
} satisfies Translated<typeof english>
