import type { kioskAids as english } from '../en/kiosk-aids.ts'
import type { Translated } from '../../translate.ts'

/** What a kiosk says beside its screens. */
export const kioskAids = {
  'kiosk.help.call': 'अटेंडेंट को बुलाएँ',
  'kiosk.help.calling': 'अटेंडेंट को बुलाया जा रहा है',
  'kiosk.help.called.title': 'मदद आ रही है',
  'kiosk.help.called.body': 'अटेंडेंट को बता दिया गया है और वे इस स्क्रीन पर आएँगे। तब तक आप आगे बढ़ सकते हैं।',
  'kiosk.help.called.short': 'अटेंडेंट को बुलाया गया',
  'kiosk.help.coming.title': 'अटेंडेंट आपके पास आ रहे हैं',
  'kiosk.help.coming.body': 'कृपया यहीं रुकें। तब तक आप आगे बढ़ सकते हैं।',
  'kiosk.help.coming.short': 'अटेंडेंट आ रहे हैं',
  'kiosk.help.failed.title': 'अभी यहाँ से अटेंडेंट को नहीं बुलाया जा सकता',
  'kiosk.help.failed.body': 'कृपया काउंटर पर जाएँ, वहाँ कोई आपकी मदद करेगा।',
  'kiosk.help.often.title': 'अटेंडेंट को पहले ही कई बार बुलाया जा चुका है',
  'kiosk.help.often.body': 'कोई न आए तो कृपया काउंटर पर जाएँ।',
  'kiosk.help.withdraw': 'अब मदद नहीं चाहिए',
  'kiosk.help.withdrawn.title': 'अटेंडेंट को बता दिया गया है कि आपको मदद नहीं चाहिए',
  'kiosk.help.withdrawn.body': 'फिर भी ज़रूरत हो तो “अटेंडेंट को बुलाएँ” दबाएँ।',
  'kiosk.help.close': 'आगे बढ़ें',
  'kiosk.contrast': 'हाई कंट्रास्ट',
  'kiosk.aloud.start': 'बोलकर सुनाएँ',
  'kiosk.aloud.stop': 'बोलना बंद करें',
  'kiosk.aloud.choices': 'आप चुन सकते हैं: {choices}.',
} satisfies Translated<typeof english>
