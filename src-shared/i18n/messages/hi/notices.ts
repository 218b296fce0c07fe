import type { notices as english } from '../en/notices.ts'
import type { Translated } from '../../translate.ts'

/** What happened, for whoever works here: on the screen now, on the desktop, and in the list of what was missed. */
export const notices = {
  'notices.title': 'क्या हुआ',
  'notices.open':
    '{unread, plural, =0 {सूचनाएँ, सब पढ़ी हुई} one {सूचनाएँ, # बिना पढ़ी} other {सूचनाएँ, # बिना पढ़ी}}',
  'notices.short': 'सूचनाएँ',
  'notices.readAll': 'सब पढ़ लिया',
  'notices.older': 'पुरानी दिखाएँ',
  'notices.unread': 'नई',
  'notices.attention': 'आपको देखना है',
  'notices.show': 'दिखाएँ',
  'notices.empty.title': 'अभी कुछ नहीं',
  'notices.empty.hint':
    'समय से ज़्यादा रुकी गाड़ियाँ, धुलकर तैयार गाड़ियाँ, लौटाने वाले पैसे: जब तक आप पढ़ न लें, सब यहाँ रहेगा।',
  'notices.missed':
    '{count, plural, one {आपके पीछे # बात हुई।} other {आपके पीछे # बातें हुईं।}}',
  'notices.list': 'सूचनाएँ, नई सबसे ऊपर',

  'notices.booking.awaiting_payment': '{plate} ने {bay} को {time} के लिए बुक किया, पेमेंट काउंटर पर होगा।',
  'notices.booking.cancelled': '{plate} ने {time} की {bay} की बुकिंग छोड़ दी।',
  'notices.booking.expired': '{plate} की {time} की {bay} की बुकिंग का समय खत्म हो गया।',
  'notices.booking.no_show': '{plate} वाले {time} पर {bay} पर नहीं आए।',
  'notices.booking.changed': '{plate} की {time} की {bay} की बुकिंग बदली।',
  'notices.booking_moved': '{time} की बुकिंग वाली {plate} को {from} की जगह {to} दी गई।',
  'notices.bay_conflict':
    '{time} की बुकिंग वाली {plate} के लिए {bay} खाली नहीं है, और दूसरी कोई जगह भी नहीं। कोई गाड़ी हटवाएँ, या ग्राहक को फ़ोन करें।',
  'notices.overstay': '{plate} का समय {until} तक था, पर गाड़ी अब भी {bay} पर खड़ी है।',
  'notices.wash_ready': '{plate} {bay} पर तैयार है।',
  'notices.wash_delayed':
    '{plate} अब भी {bay} पर है, जहाँ {time} की बुकिंग {next} की है, और दूसरी कोई वॉश बे खाली नहीं है।',
  'notices.waitlist_bay_free': 'इंतज़ार कर रही {plate} के लिए जगह खाली हो गई।',
  'notices.waitlist_lapsed': '{plate} अपनी जगह लेने समय पर नहीं आई, और अब वेटिंग लिस्ट में नहीं है।',
  'notices.money_to_return': 'खत्म हो चुकी बुकिंग के {amount} आ गए। पैसे लौटाएँ।',
  'notices.shift.open': 'शिफ़्ट {number} खुली।',
  'notices.shift.closed': 'शिफ़्ट {number} बंद हुई।',
  'notices.kiosk.paired': 'टैबलेट “{name}” जुड़ गया।',
  'notices.kiosk.unpaired': 'टैबलेट “{name}” हटा दिया गया।',
  'notices.kiosk.disconnected': 'टैबलेट “{name}” से संपर्क टूट गया।',
  'notices.kiosk.connected': 'टैबलेट “{name}” संपर्क में है।',
  'notices.clock.trusted': 'सर्वर की घड़ी पक्की है।',
  'notices.clock.provisional': 'सर्वर की घड़ी अभी पक्की नहीं हुई; बुकिंग चलती रहेगी।',
  'notices.clock.guarded':
    'इस कंप्यूटर की घड़ी बदली गई है। Kerbside अपने समय पर चल रहा है; “घड़ी” स्क्रीन देखें।',
  'notices.clock.rollback':
    'इस कंप्यूटर की घड़ी Kerbside के दर्ज समय से पीछे है। बुकिंग रुकी है; “घड़ी” स्क्रीन देखें।',
  'notices.clock.forward_suspect': 'इस कंप्यूटर की घड़ी बहुत आगे है। बुकिंग रुकी है; “घड़ी” स्क्रीन देखें।',
  'notices.backup.backup': 'बैकअप नहीं बन सका। “बैकअप” स्क्रीन देखें।',
  'notices.backup.second_folder': 'बैकअप दूसरे फ़ोल्डर में कॉपी नहीं हो सका। “बैकअप” स्क्रीन देखें।',
  'notices.other': 'कुछ बदला है।',
} satisfies Translated<typeof english>
