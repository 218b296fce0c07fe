import type { desktop as english } from '../en/desktop.ts'
import type { Translated } from '../../translate.ts'

/** What the desktop itself says: its tray, its menu and its questions. What the console says is the console's. */
export const desktop = {
  'desktop.quit': 'बंद करें',
  'desktop.openConsole': 'Kerbside खोलें',
  'desktop.openDataFolder': 'डेटा फ़ोल्डर खोलें',
  'desktop.print': 'प्रिंट करें…',
  'desktop.copyKioskAddress': 'कियोस्क का पता कॉपी करें: {url}',
  'desktop.trayTip': 'Kerbside कियोस्क चला रहा है: {url}',
  'desktop.needsAttention': 'Kerbside: {count, plural, one {# बात पर} other {# बातों पर}} ध्यान चाहिए',
  'desktop.settingRefused.title': 'एक सेटिंग काम की नहीं है',
  'desktop.settingRefused.advice': 'जहाँ से Kerbside चालू होता है वहाँ उसे ठीक करें, फिर Kerbside दोबारा चालू करें।',
  'desktop.cannotStart.title': 'Kerbside चालू नहीं हो पा रहा',
  'desktop.cannotStart.advice': 'कुछ बदला नहीं गया। डेटा यहाँ है: {folder}',
  'desktop.portInUse.title': 'पोर्ट {port} पर कोई और प्रोग्राम चल रहा है',
  'desktop.portInUse.heldBy': 'उसे {program} (प्रोसेस {pid}) ने ले रखा है।',
  'desktop.portInUse.heldByUnknown': 'वह कौन-सा प्रोग्राम है, यह सिस्टम Kerbside को नहीं बताता।',
  'desktop.portInUse.kiosks':
    'टैबलेट पोर्ट {port} पर Kerbside तक पहुँचते हैं (सेटिंग KERBSIDE_PORT)। हो सकता है वह दूसरे डेटा वाला Kerbside हो। पोर्ट {free} पर Kerbside चलेगा, और आगे भी वही पोर्ट लेगा। जुड़े हुए टैबलेट को नया पता देना होगा: कियोस्क में “टैबलेट जोड़ें” चुनें, और हर टैबलेट से कोड स्कैन करें।',
  'desktop.portInUse.staff':
    'इस कंप्यूटर के प्रोग्राम पोर्ट {port} पर Kerbside तक पहुँचते हैं (सेटिंग KERBSIDE_STAFF_PORT)। पोर्ट {free} पर Kerbside चलेगा, और आगे भी वही पोर्ट लेगा; टैबलेट को कोई फ़र्क नहीं पड़ेगा।',
  'desktop.portInUse.usePort': 'पोर्ट {free} लें',
  'desktop.quitWithKiosks.title': '{kiosks, plural, one {# कियोस्क जुड़ा है} other {# कियोस्क जुड़े हैं}}',
  'desktop.quitWithKiosks.advice':
    'Kerbside बंद रहने पर ग्राहक बुकिंग नहीं कर सकते। सिर्फ़ विंडो हटानी हो तो उसे बंद करें, Kerbside को नहीं।',
  'desktop.quitWithKiosks.stay': 'चलने दें',
  'desktop.noTray.title': 'Kerbside कियोस्क चलाता रहेगा',
  'desktop.noTray.advice':
    'इस डेस्कटॉप पर ऐसी ट्रे नहीं है जिसमें Kerbside रह सके, इसलिए उसकी विंडो छोटी कर दी जाती है। Kerbside रोकना हो तो «बंद करें» चुनें।',
  'desktop.noTray.minimise': 'छोटी करें',
  'desktop.keepsFailing.title': 'कंसोल बार-बार रुक रहा है',
  'desktop.keepsFailing.advice': 'कियोस्क अब भी चल रहे हैं। कंसोल एक बार फिर खोला जा सकता है।',
  'desktop.keepsFailing.reload': 'फिर खोलें',
} satisfies Translated<typeof english>
