import type { clock as english } from '../en/clock.ts'
import type { Translated } from '../../translate.ts'

/** The words of the console's Clock screen, and of what staff are told about the clock wherever they are. */
export const clock = {
  'console.nav.clock': 'घड़ी',

  'clock.title': 'घड़ी',
  'clock.state': 'घड़ी की स्थिति',
  'clock.facts': 'घड़ी के आँकड़े',

  // The state: a name, what it means, what to do
  'clock.state.trusted': 'पक्की',
  'clock.state.provisional': 'अभी पक्की नहीं',
  'clock.state.guarded': 'सुरक्षित',
  'clock.state.rollback': 'घड़ी पीछे चली गई',
  'clock.state.forward_suspect': 'घड़ी आगे निकल गई',
  'clock.means.trusted':
    'Kerbside का समय सही है: टाइम सर्वरों ने या किसी ज़िम्मेदार ने इसकी पुष्टि की है, और तब से कुछ नहीं हुआ।',
  'clock.means.provisional':
    'Kerbside ने इस कंप्यूटर की घड़ी से शुरू किया, और अभी किसी ने उसकी पुष्टि नहीं की। बुकिंग चलती रहेगी।',
  'clock.means.guarded':
    'इस कंप्यूटर की घड़ी बदली गई। Kerbside अपना समय रखे हुए है, जो अब भी सही है; कुछ नहीं रुका।',
  'clock.means.rollback':
    'कंप्यूटर चालू होने के बाद से उसकी घड़ी Kerbside के पिछले दर्ज समय से पीछे है। नई बुकिंग रुकी है; चेक-इन, काम पूरा करना और पेमेंट चलते रहेंगे।',
  'clock.means.forward_suspect':
    'कंप्यूटर चालू होने के बाद से उसकी घड़ी Kerbside के पिछले दर्ज समय से बहुत आगे है। नई बुकिंग रुकी है; चेक-इन, काम पूरा करना और पेमेंट चलते रहेंगे।',
  'clock.do.nothing': 'कुछ करना नहीं है।',
  'clock.do.wait':
    'Kerbside टाइम सर्वरों से खुद पूछ रहा है। किसी से बात न हो पाए, तो इस कंप्यूटर की घड़ी दूसरी घड़ी से मिलाएँ, फिर पुष्टि करें।',
  'clock.do.compare': 'कोई टाइम सर्वर सेट नहीं है। इस कंप्यूटर की घड़ी फ़ोन से मिलाएँ, फिर पुष्टि करें।',
  'clock.do.setRight':
    'टाइम सर्वरों के हिसाब से इस कंप्यूटर की घड़ी गलत है। कंप्यूटर की सेटिंग में उसे ठीक करें; उससे पहले पुष्टि न करें।',
  'clock.do.agreesAgain':
    'इस कंप्यूटर की घड़ी Kerbside के समय से मिल रही है। उसे फ़ोन से मिलाएँ, फिर पुष्टि करें।',
  'clock.do.compareThenVouch':
    'इस कंप्यूटर की घड़ी फ़ोन से मिलाएँ। गलत हो तो कंप्यूटर की सेटिंग में ठीक करें; सही हो जाए, तब पुष्टि करें।',

  // Figures
  'clock.fact.business': 'Kerbside का समय',
  'clock.fact.wall': 'इस कंप्यूटर की घड़ी',
  'clock.fact.sources': 'टाइम सर्वर',
  'clock.fact.epoch': 'इपॉक',
  'clock.fact.epochHint': 'Kerbside का समय जब भी नए सिरे से सेट हो, एक बढ़ता है।',
  'clock.fact.restarts': 'स्लीप और रीस्टार्ट',
  'clock.wall.agrees': '{span} के अंदर मिलती है',
  'clock.wall.ahead': 'Kerbside के समय से {span} आगे',
  'clock.wall.behind': 'Kerbside के समय से {span} पीछे',
  'clock.agreement.noSources': 'कोई सेट नहीं',
  'clock.agreement.none': '{total} में से बहुत कम सहमत हैं, कुछ कहा नहीं जा सकता',
  'clock.agreement.both': '{total} में से {count} सहमत: दोनों घड़ियाँ सही हैं, ± {error}',
  'clock.agreement.business':
    '{total} में से {count} सहमत: Kerbside का समय सही है, इस कंप्यूटर की घड़ी नहीं, ± {error}',
  'clock.agreement.wall': '{total} में से {count} सहमत: इस कंप्यूटर की घड़ी सही है, Kerbside का समय नहीं, ± {error}',
  'clock.agreement.neither': '{total} में से {count} सहमत: दोनों में से कोई घड़ी सही नहीं, ± {error}',
  'clock.boot.full': 'दोनों का पता चल जाता है।',
  'clock.boot.noClock': 'इस कंप्यूटर में स्लीप का समय गिनने वाली घड़ी नहीं है, इसलिए स्लीप का पता कम चलता है।',
  'clock.boot.noId':
    'यह कंप्यूटर अपने एक चालू होने को दूसरे से अलग नहीं बताता, इसलिए Kerbside का हर शुरू होना रीस्टार्ट गिना जाता है।',
  'clock.boot.neither':
    'इस कंप्यूटर में स्लीप का समय गिनने वाली घड़ी नहीं है और वह अपने एक चालू होने को दूसरे से अलग नहीं बताता, इसलिए स्लीप का पता कम चलता है और Kerbside का हर शुरू होना रीस्टार्ट गिना जाता है।',

  // Lengths of time
  'clock.none': '—',
  'clock.within': '± {span}',
  'clock.span.none': '1 ms से कम',
  'clock.span.milliseconds': '{value} ms',
  'clock.span.seconds': '{value} सेकंड',
  'clock.span.minutes': '{value} मिनट',
  'clock.span.hours': '{value} घंटे',
  'clock.span.days': '{value, number} दिन',
  'clock.span.two': '{large} {small}',
  'clock.span.plus': '+{span}',
  'clock.span.minus': '−{span}',

  // The plot
  'clock.plot.title': 'पिछले कुछ घंटे',
  'clock.plot.summary':
    '{span} में इस कंप्यूटर की घड़ी का Kerbside के समय से फ़र्क {least} और {most} के बीच रहा; अभी {now}।',
  'clock.plot.summarySources': 'टाइम सर्वरों के हिसाब से असली समय का Kerbside से फ़र्क {offset} है, ± {uncertainty}।',
  'clock.plot.summaryNoSources': 'टाइम सर्वर अभी सहमत नहीं हैं।',
  'clock.plot.key': 'लाइनों का मतलब',
  'clock.plot.wall': 'इस कंप्यूटर की घड़ी',
  'clock.plot.sources': 'टाइम सर्वर',
  'clock.plot.band': 'उनमें कितना फ़र्क हो सकता है',
  'clock.plot.zero': 'Kerbside का समय',
  'clock.plot.empty': 'अभी दिखाने को कुछ नहीं',
  'clock.plot.emptyHint':
    'Kerbside हर दस सेकंड में घड़ियाँ देखता है। आधे मिनट बाद यहाँ लाइन बनेगी, जो बढ़कर पिछले छह घंटे दिखाएगी।',
  'clock.plot.points': 'बिंदु टेबल में दिखाएँ',
  'clock.plot.caption': 'घड़ियों का Kerbside के समय से फ़र्क, नया सबसे ऊपर',
  'clock.plot.at': 'कब',

  // Time sources
  'clock.sources.title': 'टाइम सर्वर',
  'clock.sources.caption': 'टाइम सर्वर और उनका पिछला जवाब',
  'clock.sources.empty': 'कोई टाइम सर्वर सेट नहीं है',
  'clock.sources.emptyHint':
    'Kerbside इनके बिना भी ठीक चलता है। KERBSIDE_NTP में तीन टाइम सर्वरों के नाम हों, तो वह समय की पुष्टि खुद कर लेता है।',
  'clock.sources.column.name': 'सर्वर',
  'clock.sources.column.offset': 'असली समय का Kerbside से फ़र्क',
  'clock.sources.column.delay': 'देरी',
  'clock.sources.column.stratum': 'स्ट्रेटम',
  'clock.sources.column.reach': 'पिछली आठ कोशिशें',
  'clock.sources.column.state': 'स्थिति',
  'clock.sources.offset': '{offset} ± {error}',
  'clock.sources.reach': '8 में से {answered}',
  'clock.sources.reachSpoken': 'पिछली 8 कोशिशों में से {answered} का जवाब मिला',
  'clock.sources.good': 'जवाब दे रहा है',
  'clock.trouble.notAsked': 'अभी पूछा नहीं',
  'clock.trouble.silent': 'जवाब नहीं दे रहा',
  'clock.trouble.unreachable': 'संपर्क नहीं हो रहा',
  'clock.trouble.unsynchronised': 'खुद समय नहीं जानता',
  'clock.trouble.implausible': 'जवाब सही नहीं हो सकता',
  'clock.trouble.not_an_answer': 'जवाब समझ में नहीं आया',
  'clock.trouble.not_ours': 'जवाब किसी और के लिए था',
  'clock.trouble.short': 'जवाब समझ में नहीं आया',
  'clock.trouble.kiss': 'कुछ देर न पूछने को कहता है',
  'clock.trouble.other': 'काम का जवाब नहीं देता',

  // Pages that follow the clock
  'clock.clients.title': 'कौन इस घड़ी पर चल रहा है',
  'clock.clients.caption': 'Kerbside के समय पर चलने वाले पेज',
  'clock.clients.empty': 'अभी कोई इस घड़ी पर नहीं चल रहा',
  'clock.clients.emptyHint': 'खुले हुए कियोस्क और कंसोल यहाँ दिखते हैं, और यह भी कि उनका समय कितना सही है।',
  'clock.clients.column.name': 'नाम',
  'clock.clients.column.kind': 'प्रकार',
  'clock.clients.column.mode': 'स्थिति',
  'clock.clients.column.uncertainty': 'समय कितना सही',
  'clock.clients.column.device': 'उसकी अपनी घड़ी',
  'clock.kind.kiosk': 'कियोस्क',
  'clock.kind.staff': 'कंसोल',
  'clock.kind.program': 'प्रोग्राम',
  'clock.clients.unnamed': 'बिना नाम',
  'clock.clients.notSaid': 'अभी बताया नहीं',
  'clock.mode.init': 'जुड़ रहा है',
  'clock.mode.synced': 'लाइव',
  'clock.mode.doubt': 'जाँच जारी',
  'clock.mode.holdover': 'अपने-आप चल रही',
  'clock.mode.offline': 'ऑफ़लाइन',
  'clock.device.fine': 'सही',
  'clock.device.ahead': 'डिवाइस की घड़ी {span} आगे',
  'clock.device.behind': 'डिवाइस की घड़ी {span} पीछे',
  'clock.device.hint': 'डिवाइस की गलत घड़ी से यहाँ कुछ नहीं बदलता; जब पास से निकलें, ठीक कर दें।',

  // The log
  'clock.log.title': 'घड़ी के साथ क्या हुआ',
  'clock.log.caption': 'घड़ी का लॉग, नया सबसे ऊपर',
  'clock.log.column.at': 'कब',
  'clock.log.column.what': 'क्या हुआ',
  'clock.log.column.state': 'स्थिति',
  'clock.log.column.epoch': 'इपॉक',
  'clock.log.column.wall': 'कंप्यूटर की घड़ी',
  'clock.log.column.who': 'किसने',
  'clock.log.column.why': 'क्यों',
  'clock.log.change': '{from} → {to}',
  'clock.log.changeSpoken': '{from} से {to}',
  'clock.log.started': 'Kerbside शुरू हुआ',
  'clock.log.stepped': 'कंप्यूटर की घड़ी बदली गई',
  'clock.log.drifted': 'कंप्यूटर की घड़ी धीरे-धीरे खिसक गई',
  'clock.log.slept': 'कंप्यूटर {span} स्लीप में रहा',
  'clock.log.accepted': 'Kerbside का समय कंप्यूटर की घड़ी पर सेट हुआ',
  'clock.log.confirmed': 'कंप्यूटर की घड़ी की पुष्टि हुई',
  'clock.log.by.clock': 'Kerbside',
  'clock.log.by.sources': 'टाइम सर्वर',
  'clock.log.by.you': 'आप',
  'clock.log.by.staff': 'स्टाफ़',
  'clock.log.because.sources': 'टाइम सर्वर इससे सहमत हैं',

  // Vouching for the computer's clock
  'clock.vouch': 'इस कंप्यूटर की घड़ी की पुष्टि करें',
  'clock.vouch.whyNot': 'घड़ी की पुष्टि सिर्फ़ मालिक या एडमिन कर सकते हैं।',
  'clock.vouch.title': 'इस कंप्यूटर की घड़ी की पुष्टि करें?',
  'clock.vouch.says': 'इस कंप्यूटर की घड़ी में बजे हैं',
  'clock.vouch.confirm': 'Kerbside का समय वही रहेगा, और अब से पक्का माना जाएगा।',
  'clock.vouch.nothing': 'घड़ी पहले से पक्की है और मिल रही है। कुछ नहीं बदलेगा।',
  'clock.vouch.forward': 'Kerbside का समय {span} आगे बढ़कर ऊपर वाला समय होगा। बीच के स्लॉट बीते हुए माने जाएँगे।',
  'clock.vouch.back': 'Kerbside का समय {span} पीछे जाकर ऊपर वाला समय होगा।',
  'clock.vouch.epoch': 'इपॉक बढ़कर {epoch} होगा, और हर कियोस्क और कंसोल अपनी घड़ी नए सिरे से मिलाएगा।',
  'clock.vouch.sourcesDisagree':
    'टाइम सर्वरों के हिसाब से इस कंप्यूटर की घड़ी गलत है। इसके बजाय कंप्यूटर की सेटिंग में उसे ठीक करें।',
  'clock.vouch.reason': 'वजह',
  'clock.vouch.reasonHint': 'जैसे “अपने फ़ोन से मिलाई”। यह आपके नाम के साथ लॉग में रहेगी।',
  'clock.vouch.reasonFault': 'थोड़े शब्दों में वजह लिखें।',
  'clock.vouch.submit': 'पुष्टि करें',
  'clock.pin.title': 'पहले PIN चुनें',
  'clock.pin.lead': 'आपका PIN अभी नहीं बना है। ऐसे ज़रूरी कामों से पहले PIN माँगा जाता है।',
  'clock.pin.password': 'आपका पासवर्ड',
  'clock.pin.passwordFault': 'अपना पासवर्ड दें।',
  'clock.pin.pin': 'नया PIN',
  'clock.pin.pinHint': '4 से 8 अंक',
  'clock.pin.pinFault': 'PIN में 4 से 8 अंक होते हैं।',
  'clock.pin.again': 'नया PIN दोबारा',
  'clock.pin.againFault': 'दोनों PIN एक जैसे नहीं हैं।',
  'clock.pin.submit': 'यह PIN रखें',

  // Told on every screen
  'clock.banner.provisional':
    'समय अभी पक्का नहीं है। बुकिंग चलती रहेगी; Kerbside मौका मिलते ही घड़ियाँ मिला लेगा।',
  'clock.banner.guarded': 'इस कंप्यूटर की घड़ी बदली गई। Kerbside अपना समय रखे हुए है; कुछ नहीं रुका।',
  'clock.banner.guardedBy':
    'इस कंप्यूटर की घड़ी {shift} बदली गई। Kerbside अपना समय रखे हुए है; कुछ नहीं रुका।',
  'clock.banner.rollback': 'इस कंप्यूटर की घड़ी पीछे चली गई। जब तक कोई समय की पुष्टि न करे, बुकिंग रुकी है।',
  'clock.banner.forward_suspect':
    'इस कंप्यूटर की घड़ी आगे निकल गई। जब तक कोई समय की पुष्टि न करे, बुकिंग रुकी है।',
  'clock.banner.look': 'घड़ी देखें',
  'clock.toast.trusted': 'Kerbside का समय फिर पक्का है।',
  'clock.toast.provisional': 'Kerbside दोबारा शुरू हुआ; समय अभी पक्का नहीं है।',
  'clock.toast.guarded': 'इस कंप्यूटर की घड़ी बदली गई। Kerbside अपना समय रखे हुए है।',
  'clock.toast.rollback': 'घड़ी पीछे चली गई। बुकिंग रुकी है।',
  'clock.toast.forward_suspect': 'घड़ी आगे निकल गई। बुकिंग रुकी है।',
} satisfies Translated<typeof english>
