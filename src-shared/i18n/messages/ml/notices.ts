import type { notices as english } from '../en/notices.ts'
import type { Translated } from '../../translate.ts'

/** What happened, for whoever works here: on the screen now, on the desktop, and in the list of what was missed. */
export const notices = {
  'notices.title': 'അറിയിപ്പുകൾ',
  'notices.open':
    '{unread, plural, =0 {അറിയിപ്പുകൾ, വായിക്കാത്തതില്ല} one {അറിയിപ്പുകൾ, വായിക്കാത്തത് #} other {അറിയിപ്പുകൾ, വായിക്കാത്തത് #}}',
  'notices.short': 'അറിയിപ്പ്',
  'notices.readAll': 'എല്ലാം വായിച്ചു',
  'notices.older': 'പഴയവ കാണിക്കുക',
  'notices.unread': 'പുതിയത്',
  'notices.attention': 'ശ്രദ്ധിക്കണം',
  'notices.show': 'കാണിക്കുക',
  'notices.empty.title': 'ഒന്നുമില്ല',
  'notices.empty.hint': 'സമയം കവിഞ്ഞ വണ്ടികൾ, റെഡിയായ വാഷുകൾ, തിരികെ നൽകേണ്ട പണം: നിങ്ങൾ വായിക്കുന്നതുവരെ ഇവിടെ കാണും.',
  'notices.list': 'അറിയിപ്പുകൾ, പുതിയത് ആദ്യം',

  'notices.booking.awaiting_payment': '{plate} ബുക്ക് ചെയ്തു: {bay}, {time}. പണം കൗണ്ടറിൽ വാങ്ങണം.',
  'notices.booking.cancelled': '{plate} വിട്ടുകൊടുത്തു: {bay}, {time}.',
  'notices.booking.expired': '{plate}: {bay}, {time} ബുക്കിംഗിന്റെ സമയം തീർന്നു.',
  'notices.booking.no_show': '{plate} വന്നില്ല: {bay}, {time}.',
  'notices.booking.changed': '{plate}: {bay}, {time} ബുക്കിംഗ് മാറി.',
  'notices.booking_moved': '{plate}, {time} ബുക്കിംഗ്: {from} മാറ്റി {to} നൽകി.',
  'notices.bay_conflict':
    '{plate}, {time} ബുക്കിംഗ്: {bay} ബേ ഒഴിവില്ല, വേറെ ബേയുമില്ല. ഒരു വണ്ടി മാറ്റൂ, അല്ലെങ്കിൽ കസ്റ്റമറെ വിളിക്കൂ.',
  'notices.overstay': '{plate}: {until} കഴിഞ്ഞിട്ടും {bay} ബേയിലുണ്ട്.',
  'notices.wash_ready': '{plate}: {bay} ബേയിൽ റെഡി.',
  'notices.wash_delayed': '{plate}: {bay} ബേയിൽ വൈകുന്നു. അടുത്ത വണ്ടി {next}, {time} ബുക്കിംഗ്; വേറെ ബേ ഒഴിവില്ല.',
  'notices.waitlist_bay_free': 'കാത്തിരിക്കുന്ന {plate} വണ്ടിക്ക് ബേ ഒഴിവായി.',
  'notices.waitlist_lapsed': '{plate} സമയത്ത് വന്നില്ല; വെയിറ്റിംഗ് ലിസ്റ്റിൽ നിന്ന് ഒഴിവാക്കി.',
  'notices.money_to_return': 'സമയം തീർന്ന ബുക്കിംഗിന് {amount} കിട്ടി. അത് തിരികെ നൽകൂ.',
  'notices.shift.open': 'ഷിഫ്റ്റ് {number} തുറന്നു.',
  'notices.shift.closed': 'ഷിഫ്റ്റ് {number} അടച്ചു.',
  'notices.kiosk.paired': '“{name}” ടാബ്‌ലെറ്റ് പെയർ ചെയ്തു.',
  'notices.kiosk.unpaired': '“{name}” ടാബ്‌ലെറ്റ് അൺപെയർ ചെയ്തു.',
  'notices.kiosk.disconnected': '“{name}” ടാബ്‌ലെറ്റുമായുള്ള ബന്ധം പോയി.',
  'notices.kiosk.connected': '“{name}” ടാബ്‌ലെറ്റ് കണക്ട് ആയി.',
  'notices.clock.put_ahead': 'ഡെമോയുടെ സമയം മുന്നോട്ടാക്കി.',
  'notices.clock.put_right': 'ഡെമോയുടെ സ്വന്തം സമയം അവസാനിച്ചു.',
  'notices.clock.trusted': 'സെർവറിലെ ക്ലോക്ക് വിശ്വസനീയം.',
  'notices.clock.provisional': 'സെർവറിലെ ക്ലോക്ക് ഇനിയും ഉറപ്പാക്കിയിട്ടില്ല; ബുക്കിംഗ് തുടരുന്നു.',
  'notices.clock.guarded': 'ഈ കമ്പ്യൂട്ടറിലെ സമയം മാറി. Kerbside സ്വന്തം സമയത്തിൽ തുടരുന്നു; ക്ലോക്ക് സ്ക്രീൻ നോക്കൂ.',
  'notices.clock.rollback':
    'Kerbside അറിയുന്ന സമയത്തിനും പിന്നിലാണ് ഈ കമ്പ്യൂട്ടറിലെ ക്ലോക്ക്. ബുക്കിംഗ് നിർത്തിവെച്ചു; ക്ലോക്ക് സ്ക്രീൻ നോക്കൂ.',
  'notices.clock.forward_suspect': 'ഈ കമ്പ്യൂട്ടറിലെ ക്ലോക്ക് ഏറെ മുന്നിലാണ്. ബുക്കിംഗ് നിർത്തിവെച്ചു; ക്ലോക്ക് സ്ക്രീൻ നോക്കൂ.',
  'notices.backup.backup': 'ബാക്കപ്പ് എടുക്കാനായില്ല. ബാക്കപ്പ് സ്ക്രീൻ നോക്കൂ.',
  'notices.backup.second_folder': 'ബാക്കപ്പ് രണ്ടാമത്തെ ഫോൾഡറിലേക്ക് കോപ്പി ചെയ്യാനായില്ല. ബാക്കപ്പ് സ്ക്രീൻ നോക്കൂ.',
  'notices.backup.passphrase':
    'ബാക്കപ്പ് എടുത്തു, പക്ഷേ രണ്ടാം ഫോൾഡറിലേക്ക് കോപ്പി ആയില്ല: രഹസ്യവാക്യം വായിക്കാനായില്ല. ബാക്കപ്പ് സ്ക്രീൻ നോക്കൂ.',
  'notices.other': 'എന്തോ മാറി.',
  'notices.help_called': '“{kiosk}” കിയോസ്കിൽ ഒരാൾ സഹായം ചോദിക്കുന്നു.',
  'notices.help.take': 'ഞാൻ പോകുന്നു',
  'notices.help.taken': 'നിങ്ങൾ വരുന്നുണ്ടെന്ന് “{kiosk}” കിയോസ്കിൽ അറിയിച്ചു.',
  'notices.help.withdrawn': '“{kiosk}” കിയോസ്കിൽ ഇനി ആർക്കും സഹായം വേണ്ട.',
  'notices.help.badge': '{count, plural, one {# കിയോസ്കിൽ സഹായം വേണം} other {# കിയോസ്കുകളിൽ സഹായം വേണം}}',
} satisfies Translated<typeof english>
