import type { waitlist as english } from '../en/waitlist.ts'
import type { Translated } from '../../translate.ts'

/** The words of the waitlist. */
export const waitlist = {
  'waitlist.title': 'जगह के इंतज़ार में',
  'waitlist.add': 'वेटिंग लिस्ट में डालें',
  'waitlist.added': '{plate} जगह के इंतज़ार में है।',
  'waitlist.empty': 'कोई इंतज़ार में नहीं। पार्किंग भर जाए तो अगली गाड़ी यहाँ डालें, पहली खाली जगह उसे मिलेगी।',
  'waitlist.offered': '{until} तक इसके लिए जगह रखी है',
  'waitlist.serve': '{plate} का टिकट',
  'waitlist.left': '{plate} वेटिंग लिस्ट से हट गई।',
  'waitlist.leave': '{plate} को लिस्ट से हटाएँ',
} satisfies Translated<typeof english>
