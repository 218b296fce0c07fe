import type { tariff as english } from '../en/tariff.ts'
import type { Translated } from '../../translate.ts'
import { tariffLines } from './tariff-lines.ts'

/** The words of prices: a price's lines, the poster, and what is wrong with a plan. */
export const tariff = {
  ...tariffLines,
  'tariff.class.car': 'कार',
  'tariff.class.suv': 'SUV',
  'tariff.class.two_wheeler': 'दोपहिया',
  'tariff.class.accessible': 'दिव्यांग',
  'tariff.class.ev': 'EV',
  'tariff.class.permit': 'परमिट',

  // A length of time on the poster, as in "first hour", "per 2 hours"
  'tariff.span.hours': '{count, plural, one {घंटे} other {# घंटे}}',

  // The poster
  'tariff.poster.line': '{who}: {price}',
  'tariff.poster.band': '{band} {from}–{to}: {price}',
  'tariff.poster.bandFor': '{band} {from}–{to}, {who}: {price}',
  'tariff.poster.free': 'मुफ़्त',
  'tariff.poster.then': 'फिर {price}',
  'tariff.poster.per': 'हर {step} {price}',
  'tariff.poster.perUntil': '{until} तक हर {step} {price}',
  'tariff.poster.first': 'पहले {until} {price}',
  'tariff.poster.flatUntil': '{until} तक {price}',
  'tariff.poster.flatOpen': 'एकमुश्त {price}',
  'tariff.poster.tier': '{until} तक {price}',
  'tariff.poster.tierOpen': 'पूरे समय के {price}',
  'tariff.poster.cap.24_hours': 'ज़्यादा से ज़्यादा {price}',
  'tariff.poster.cap.calendar_day': 'एक दिन में ज़्यादा से ज़्यादा {price}',

  // The rules besides the prices
  'tariff.fact.entryGrace': 'कितनी देर मुफ़्त',
  'tariff.fact.exitGrace': 'पेमेंट के बाद निकलने का समय',
  'tariff.fact.overstay': 'बुकिंग के समय के बाद',
  'tariff.fact.lostTicket': 'टिकट खो जाए तो',
  'tariff.fact.tax': 'टैक्स',
  'tariff.fact.noGrace': 'नहीं',
  'tariff.fact.atLeast': 'कम से कम {price}',
  'tariff.fact.taxIncluded': '{label} {share}, रेट में शामिल',
  'tariff.fact.taxOnTop': '{label} {share}, रेट से अलग',
  'tariff.fact.overstay.tariff': 'नई पार्किंग की तरह',
  'tariff.fact.overstay.surcharge': 'नई पार्किंग की तरह, और हर {step} {price} ज़्यादा',
  'tariff.change.band': '{from}–{to}, {who}: {price}',

  // What keeps a plan from being used
  'tariff.problem.class_missing': '{class} के लिए कोई रेट नहीं है। हर प्रकार की जगह का रेट चाहिए।',
  'tariff.problem.class_twice': '{class} का रेट पहले से है। यहाँ से या वहाँ से हटाएँ।',
  'tariff.problem.first_line_late': 'पहली लाइन मिनट 0 से शुरू होनी चाहिए।',
  'tariff.problem.line_empty': 'यह लाइन शुरू होने के बाद ही खत्म होनी चाहिए।',
  'tariff.problem.line_gap': 'मिनट {end} से मिनट {begin} तक के लिए कोई लाइन नहीं है।',
  'tariff.problem.line_overlap': 'पिछली लाइन मिनट {end} पर खत्म होती है; यह वहीं से शुरू होनी चाहिए।',
  'tariff.problem.line_after_open': 'पिछली लाइन का कोई अंत नहीं है, इसलिए उसके बाद कुछ नहीं आ सकता।',
  'tariff.problem.last_line_ends': 'आखिरी लाइन का अंत नहीं होना चाहिए, ताकि हर पार्किंग की कीमत बने।',
  'tariff.problem.tier_cheaper': 'यह रेट पिछली लाइनों के जोड़ से कम है, यानी ज़्यादा देर रुकना सस्ता पड़ेगा।',
  'tariff.problem.band_empty': 'ये घंटे जिस समय शुरू हों, उसी पर खत्म नहीं हो सकते।',
  'tariff.problem.band_overlap': '{class} के लिए ये घंटे “{other}” के घंटों से टकराते हैं।',
  'tariff.problem.cap_below_first': 'दिन की सीमा पहले रेट से कम है, इसलिए वह रेट कभी नहीं लगेगा।',

  // What is allowed and may be a slip
  'tariff.problem.cap_below_band': '“{band}” का रेट यहाँ की दिन की सीमा से ज़्यादा है।',
  'tariff.problem.price_ends': 'मिनट {begin} के बाद और कुछ नहीं लगेगा, गाड़ी चाहे जितनी देर रुके।',
  'tariff.problem.step_cut': 'आखिरी स्टेप बाकी से छोटा है, पर कीमत उतनी ही है।',
  'tariff.problem.lost_ticket_cheap': 'खोया टिकट दिन की सीमा से सस्ता पड़ता है, इसलिए टिकट खोना फ़ायदे का हो सकता है।',
} satisfies Translated<typeof english>
