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
  'desktop.settingRefused.title': 'एक सेटिंग काम की नहीं है',
  'desktop.settingRefused.advice': 'जहाँ से Kerbside चालू होता है वहाँ उसे ठीक करें, फिर Kerbside दोबारा चालू करें।',
  'desktop.cannotStart.title': 'Kerbside चालू नहीं हो पा रहा',
  'desktop.cannotStart.advice': 'कुछ बदला नहीं गया। डेटा यहाँ है: {folder}',
  'desktop.portInUse.title': 'पोर्ट {port} पर कोई और प्रोग्राम चल रहा है',
  'desktop.portInUse.kiosks':
    'कियोस्क पोर्ट {port} पर Kerbside तक पहुँचते हैं (सेटिंग KERBSIDE_PORT), और इस कंप्यूटर पर कोई और प्रोग्राम उसे ले चुका है। हो सकता है वह दूसरे डेटा वाला Kerbside हो। किसी खाली पोर्ट पर Kerbside चलेगा, पर पोर्ट {port} वाले कियोस्क को नया पता देना होगा।',
  'desktop.portInUse.staff':
    'इस कंप्यूटर के प्रोग्राम पोर्ट {port} पर Kerbside तक पहुँचते हैं (सेटिंग KERBSIDE_STAFF_PORT), और कोई और उसे ले चुका है। किसी खाली पोर्ट पर Kerbside चलेगा, और कियोस्क को कोई फ़र्क नहीं पड़ेगा।',
  'desktop.portInUse.useFreePort': 'खाली पोर्ट लें',
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
