import type { today as english } from '../en/today.ts'
import type { Translated } from '../../translate.ts'

/** What the Today screen says of the lot. */
export const today = {
  'today.attention': 'ध्यान दें',
  'today.attentionNone': 'सब ठीक है: किसी का समय पार नहीं हुआ, और हर बुकिंग की जगह तय है।',
  'today.attentionSign': '!',
  'today.attention.overstay': 'जाने का समय था',
  'today.attention.conflict': 'इसकी जगह खाली नहीं, बुकिंग',
  'today.attention.exit': '{plate} का एग्ज़िट',
  'today.attention.open': '{reference} खोलें',
  'today.carsIn': 'अंदर गाड़ियाँ',
  'today.carsInDetail': 'अभी पार्किंग में',
  'today.carsInNone': 'पार्किंग खाली है',
  'today.dueOut': 'जाने वाली',
  'today.dueOutDetail': 'एक घंटे में',
  'today.dueOutNone': 'एक घंटे में कोई नहीं',
  'today.overstays': 'समय पार',
  'today.overstaysDetail': 'बुकिंग से ज़्यादा रुकी',
  'today.overstaysNone': 'सब अपने समय में हैं',
  'today.waiting': 'इंतज़ार में',
  'today.waitingDetail': 'जगह के लिए',
  'today.waitingNone': 'कोई इंतज़ार में नहीं',
} satisfies Translated<typeof english>
