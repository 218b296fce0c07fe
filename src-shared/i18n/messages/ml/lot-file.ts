import type { lotFile as english } from '../en/lot-file.ts'
import type { Translated } from '../../translate.ts'

/** The words of a lot that is brought in from a file, or taken out to one. */
export const lotFile = {
  'lotFile.import': 'പാർക്കിങ് ഇംപോർട്ട് ചെയ്യുക',
  'lotFile.export': 'പാർക്കിങ് ഫയലായി സൂക്ഷിക്കുക',
  'lotFile.template': 'തുടങ്ങാനുള്ള ഫയൽ സൂക്ഷിക്കുക',
  'lotFile.lead':
    'ഒരു CSV ഫയൽ. ആദ്യ വരിയിൽ kind, label എന്നീ കോളങ്ങൾ വേണം. ഓരോ വരിയും ഒരു ബേ ആണ്; kind എന്നാൽ car, suv, two_wheeler, accessible, ev, permit അല്ലെങ്കിൽ wash. x, y, width, height (മീറ്ററിൽ), faces എന്നിവ ഉണ്ടെങ്കിൽ പ്ലാനിലും വരും.',
  'lotFile.file': 'CSV ഫയൽ',
  'lotFile.preview': 'ഫയലിലെ വരികൾ',
  'lotFile.column.kind': 'ഇനം',
  'lotFile.column.label': 'പേര്',
  'lotFile.column.x': 'ഇടത്തുനിന്ന് (x)',
  'lotFile.column.y': 'മുകളിൽനിന്ന് (y)',
  'lotFile.column.width': 'വീതി',
  'lotFile.column.height': 'ഉയരം',
  'lotFile.column.faces': 'ദിശ',
  'lotFile.problem.kind': 'അങ്ങനെയൊരു ഇനമില്ല.',
  'lotFile.problem.label': 'പേരിൽ 1 മുതൽ 12 വരെ അക്ഷരങ്ങളോ അക്കങ്ങളോ ഇടമോ വരയോ മാത്രം.',
  'lotFile.problem.x': 'x മീറ്ററിൽ നൽകൂ, 2.5 പോലെ.',
  'lotFile.problem.y': 'y മീറ്ററിൽ നൽകൂ, 2.5 പോലെ.',
  'lotFile.problem.width': 'വീതി മീറ്ററിൽ നൽകൂ, 2.5 പോലെ.',
  'lotFile.problem.height': 'ഉയരം മീറ്ററിൽ നൽകൂ, 5 പോലെ.',
  'lotFile.problem.faces': 'faces എന്നാൽ up, right, down അല്ലെങ്കിൽ left.',
  'lotFile.problem.twice': 'ഈ പേര് മുകളിലുണ്ട്.',
  'lotFile.problem.plan_twice': 'മുകളിൽ ഒരു plan ഉണ്ട്.',
  'lotFile.problem.overlap': 'മറ്റൊരു ബേയുടെ മുകളിലാണ്.',
  'lotFile.problem.outside': 'പ്ലാനിനു പുറത്തേക്കു പോകുന്നു.',
  'lotFile.unreadable.empty': 'ആ ഫയലിൽ വരികളില്ല.',
  'lotFile.unreadable.columns': 'ആദ്യ വരിയിൽ kind, label എന്നീ കോളങ്ങൾ വേണം.',
  'lotFile.unreadable.tooMany': '2000 ബേയിൽ കൂടുതലുണ്ട്, അല്ലെങ്കിൽ അവയ്ക്കിടയിൽ 500-ൽ കൂടുതൽ കാര്യങ്ങൾ.',
  'lotFile.chooseFirst': 'ആദ്യം പിശകില്ലാത്ത ഒരു ഫയൽ തിരഞ്ഞെടുക്കൂ.',
  'lotFile.change':
    '{added, plural, =0 {ബേ ഒന്നും ചേർക്കുന്നില്ല} one {# ബേ ചേർക്കും} other {# ബേകൾ ചേർക്കും}}, {changed, plural, =0 {ഒന്നും മാറില്ല} one {# മാറും} other {# എണ്ണം മാറും}}.',
  'lotFile.retires':
    '{count, plural, one {ഫയലിൽ ഇല്ലാത്ത # ബേ ഒഴിവാക്കും: {labels}} other {ഫയലിൽ ഇല്ലാത്ത # ബേകൾ ഒഴിവാക്കും: {labels}}}. പിന്നീട് തിരികെ കൊണ്ടുവരാം.',
  'lotFile.drawsPlan': 'പ്ലാൻ ഫയലിൽ പറയുംപോലെ വരയ്ക്കും.',
  'lotFile.keepsPlan': 'ഫയലിൽ സ്ഥാനങ്ങളില്ല: വരച്ചത് അതേപടി നിൽക്കും.',
  'lotFile.submit': '{count, plural, =0 {ഇംപോർട്ട് ചെയ്യുക} one {# ബേ ഇംപോർട്ട് ചെയ്യുക} other {# ബേകൾ ഇംപോർട്ട് ചെയ്യുക}}',
  'lotFile.imported': '{count, plural, one {പാർക്കിങ്ങിൽ ഇപ്പോൾ # ബേ ഉണ്ട്.} other {പാർക്കിങ്ങിൽ ഇപ്പോൾ # ബേകളുണ്ട്.}}',
} satisfies Translated<typeof english>
