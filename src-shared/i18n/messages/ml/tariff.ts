import type { tariff as english } from '../en/tariff.ts'
import type { Translated } from '../../translate.ts'
import { tariffLines } from './tariff-lines.ts'

/** The words of prices: a price's lines, the poster, and what is wrong with a plan. */
export const tariff = {
  ...tariffLines,
  'tariff.class.car': 'കാർ',
  'tariff.class.suv': 'SUV',
  'tariff.class.two_wheeler': 'ടൂവീലർ',
  'tariff.class.accessible': 'ഭിന്നശേഷി',
  'tariff.class.ev': 'EV',
  'tariff.class.permit': 'പെർമിറ്റ്',

  // A length of time on the poster, as in “ആദ്യ മണിക്കൂർ”, “2 മണിക്കൂർ തോറും”
  'tariff.span.hours': '{count, plural, one {മണിക്കൂർ} other {# മണിക്കൂർ}}',

  // The poster
  'tariff.poster.line': '{who}: {price}',
  'tariff.poster.band': '{band} {from}–{to}: {price}',
  'tariff.poster.bandFor': '{band} {from}–{to}, {who}: {price}',
  'tariff.poster.free': 'സൗജന്യം',
  'tariff.poster.then': 'പിന്നെ {price}',
  'tariff.poster.per': '{step} തോറും {price}',
  'tariff.poster.perUntil': '{until} വരെ {step} തോറും {price}',
  'tariff.poster.first': 'ആദ്യ {until} {price}',
  'tariff.poster.flatUntil': '{until} വരെ {price}',
  'tariff.poster.flatOpen': 'ഒറ്റ ചാർജ് {price}',
  'tariff.poster.tier': '{until} വരെ {price}',
  'tariff.poster.tierOpen': 'ആകെ {price}',
  'tariff.poster.cap.24_hours': 'പരമാവധി {price}',
  'tariff.poster.cap.calendar_day': 'ദിവസം പരമാവധി {price}',

  // The rules besides the prices
  'tariff.fact.entryGrace': 'സൗജന്യ സമയം',
  'tariff.fact.exitGrace': 'പണമടച്ച ശേഷം പോകാൻ',
  'tariff.fact.overstay': 'ബുക്കിംഗ് തീർന്ന ശേഷം',
  'tariff.fact.lostTicket': 'ടിക്കറ്റ് നഷ്ടപ്പെട്ടാൽ',
  'tariff.fact.tax': 'നികുതി',
  'tariff.fact.noGrace': 'ഇല്ല',
  'tariff.fact.atLeast': 'കുറഞ്ഞത് {price}',
  'tariff.fact.taxIncluded': '{label} {share}, ചാർജിൽ ഉൾപ്പെടും',
  'tariff.fact.taxOnTop': '{label} {share}, ചാർജിനു പുറമെ',
  'tariff.fact.overstay.tariff': 'പുതിയ പാർക്കിംഗായി കണക്കാക്കും',
  'tariff.fact.overstay.surcharge': 'പുതിയ പാർക്കിംഗായി കണക്കാക്കും, പുറമെ {step} തോറും {price}',
  'tariff.change.band': '{from}–{to}, {who}: {price}',

  // What keeps a plan from being used
  'tariff.problem.class_missing': '{class} ഇനത്തിന് ചാർജില്ല. ഓരോ ഇനം ബേയ്ക്കും ഒന്ന് വേണം.',
  'tariff.problem.class_twice': '{class} ഇനത്തിന് ഇപ്പോൾത്തന്നെ ചാർജുണ്ട്. ഇവിടെ നിന്നോ അവിടെ നിന്നോ ഒഴിവാക്കൂ.',
  'tariff.problem.first_line_late': 'ആദ്യ വരി 0 മിനിറ്റിൽ തുടങ്ങണം.',
  'tariff.problem.line_empty': 'ഈ വരി തുടങ്ങിയ ശേഷമേ തീരാവൂ.',
  'tariff.problem.line_gap': '{end} മുതൽ {begin} വരെയുള്ള മിനിറ്റുകൾക്ക് വരിയില്ല.',
  'tariff.problem.line_overlap': 'മുമ്പത്തെ വരി {end} മിനിറ്റിൽ തീരുന്നു; ഇത് അവിടെ തുടങ്ങണം.',
  'tariff.problem.line_after_open': 'മുമ്പത്തെ വരിക്ക് അവസാനമില്ല; അതിനു ശേഷം ഒന്നും വരില്ല.',
  'tariff.problem.last_line_ends': 'അവസാന വരിക്ക് അവസാനം പാടില്ല; എങ്കിലേ എത്ര നേരത്തെ പാർക്കിംഗിനും ചാർജുണ്ടാകൂ.',
  'tariff.problem.tier_cheaper': 'ഈ ചാർജ് മുമ്പത്തെ വരികളുടെ ആകെയെക്കാൾ കുറവാണ്; കൂടുതൽ നേരം നിന്നാൽ കുറച്ച് അടച്ചാൽ മതിയാകും.',
  'tariff.problem.band_empty': 'തുടങ്ങുന്ന സമയത്തുതന്നെ തീരരുത്.',
  'tariff.problem.band_overlap': '{class} ഇനത്തിന് ഈ സമയം “{other}” സമയവുമായി കൂട്ടിമുട്ടുന്നു.',
  'tariff.problem.cap_below_first': 'ദിവസ പരിധി ആദ്യ ചാർജിലും കുറവാണ്; ആ ചാർജ് ആരും അടയ്ക്കേണ്ടി വരില്ല.',

  // What is allowed and may be a slip
  'tariff.problem.cap_below_band': '“{band}” ചാർജ് ഇവിടത്തെ ദിവസ പരിധിയിലും കൂടുതലാണ്.',
  'tariff.problem.price_ends': '{begin} മിനിറ്റിനു ശേഷം എത്ര നേരം നിന്നാലും ചാർജില്ല.',
  'tariff.problem.step_cut': 'അവസാനത്തെ ഇടവേള മറ്റുള്ളവയെക്കാൾ ചെറുതാണ്, ചാർജ് അത്രതന്നെയും.',
  'tariff.problem.lost_ticket_cheap': 'ടിക്കറ്റ് നഷ്ടപ്പെട്ടാലുള്ള ചാർജ് ദിവസ പരിധിയിലും കുറവാണ്; ടിക്കറ്റ് കളയുന്നത് ലാഭമാകും.',
} satisfies Translated<typeof english>
