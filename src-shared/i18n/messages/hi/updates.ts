import type { updates as english } from '../en/updates.ts'
import type { Translated } from '../../translate.ts'

/** What the desktop's console says about newer versions of Kerbside. */
export const updates = {
  'updates.title': 'अपडेट',
  'updates.version': 'यह Kerbside {version} है।',
  'updates.none.no_feed':
    'किसी ने नहीं बताया कि अपडेट कहाँ से आते हैं, इसलिए Kerbside उन्हें नहीं ढूँढता। इस कंप्यूटर की देखरेख करने वाले KERBSIDE_UPDATE_URL सेट करें।',
  'updates.none.feed_refused':
    'जहाँ से अपडेट आने हैं, वह पता काम का नहीं: https पता चाहिए। इस कंप्यूटर की देखरेख करने वाले KERBSIDE_UPDATE_URL ठीक करें।',
  'updates.none.package_manager': 'यहाँ अपडेट सिस्टम का अपना पैकेज मैनेजर लाता है। नया पैकेज उसी से इंस्टॉल करें।',
  'updates.none.read_only':
    'Kerbside जहाँ रखा है, वहाँ लिख नहीं सकता, इसलिए खुद को अपडेट नहीं कर सकता। उसे अपने फ़ोल्डर में रखें, या जिसने उसे वहाँ रखा है उससे अपडेट करवाएँ।',
  'updates.none.not_installed': 'यह Kerbside इंस्टॉल नहीं किया गया, इसलिए खुद को अपडेट नहीं करता।',
  'updates.none.unsigned':
    'इस Kerbside पर बनाने वाले का साइन नहीं है, इसलिए वह पहचान नहीं सकता कि अपडेट उसी का है या नहीं। नए वर्शन हाथ से इंस्टॉल करें।',
  'updates.current': 'यही सबसे नया वर्शन है।',
  'updates.notLooked': 'Kerbside ने अभी नया वर्शन नहीं ढूँढा है।',
  'updates.looking': 'नया वर्शन ढूँढा जा रहा है…',
  'updates.downloading': 'वर्शन {version} लाया जा रहा है: {percent} %',
  'updates.progress': 'वर्शन {version} लाया जा रहा है',
  'updates.failed.unreachable': 'नया वर्शन नहीं ढूँढा जा सका: अपडेट के पते से जवाब नहीं आया। Kerbside कुछ घंटों में फिर कोशिश करेगा।',
  'updates.failed.damaged':
    'जो आया, वह वैसा नहीं है जैसा बताया गया था, इसलिए हटा दिया गया। कुछ बदला नहीं है। फिर ऐसा हो, तो इस कंप्यूटर की देखरेख करने वाले को बताएँ।',
  'updates.ready': 'वर्शन {version} तैयार है।',
  'updates.readyHint':
    'यह नीचे के बटन से इंस्टॉल होता है, और, macOS को छोड़कर, कोई शिफ़्ट खुली न हो तो Kerbside बंद करने पर भी। उससे पहले बैकअप बनता है।',
  'updates.notes': 'नया क्या है',
  'updates.notes.of': '{version} में नया क्या है',
  'updates.notes.none': 'इसके बारे में कुछ नहीं लिखा गया।',
  'updates.install': 'रीस्टार्ट करके अपडेट करें',
  'updates.held': 'एक शिफ़्ट खुली है। पहले उसे बंद करें: अपडेट के लिए काउंटर पर किसी को रुकना न पड़े।',
  'updates.held.unknown': 'अभी पता नहीं कि कोई शिफ़्ट खुली है या नहीं।',
  'updates.ask': 'रीस्टार्ट करके {version} पर अपडेट करें?',
  'updates.askText':
    'Kerbside बंद होगा, वर्शन इंस्टॉल करेगा और फिर शुरू होगा: एक-दो मिनट। तब तक कियोस्क से बुकिंग नहीं होगी। उससे पहले बैकअप बनता है।',
  'updates.answer.nothing_ready': 'अब इंस्टॉल करने को कुछ नहीं है। फिर देखें।',
  'updates.answer.shift_open': 'इस बीच एक शिफ़्ट खुल गई। पहले उसे बंद करें।',
  'updates.answer.not_admin': 'अपडेट सिर्फ़ एडमिन कर सकते हैं। एडमिन के तौर पर साइन इन करें।',
  'updates.restarting': 'Kerbside रीस्टार्ट हो रहा है…',
  'updates.look': 'अभी देखें',
  'updates.check': 'नए वर्शन अपने आप ढूँढें',
  'updates.channel': 'वर्शन',
  'updates.channel.stable': 'जो सबके लिए हैं',
  'updates.channel.beta': 'आज़माने के लिए, उनसे पहले वाले भी',
  'updates.ofNewer': 'ये सेटिंग नए Kerbside की हैं। इन्हें वैसे ही रखा गया है; बदलने के लिए वही वर्शन फिर इंस्टॉल करें।',
  'updates.banner': 'Kerbside {version} इंस्टॉल होने के लिए तैयार है।',
  'updates.banner.look': 'देखें',
  'updates.news': 'Kerbside अपडेट हुआ: यह वर्शन {version} है।',
} satisfies Translated<typeof english>
