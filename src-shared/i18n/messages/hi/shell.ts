import type { shell as english } from '../en/shell.ts'
import type { Translated } from '../../translate.ts'

/** The words around the console's screens: navigation, search, shift. */
export const shell = {
  'shell.person': 'आप और यह कंप्यूटर',
  'shell.menu': 'मेन्यू',
  'shell.group.work': 'काम',
  'shell.group.owner': 'मालिक',
  'shell.group.admin': 'एडमिन',
  'shell.search': 'खोजें या करें',
  'shell.searchKey': 'Ctrl K',
  'shell.shift.open': 'शिफ़्ट {number} खुली',
  'shell.shift.none': 'कोई शिफ़्ट नहीं',
  'shell.broken': 'यह स्क्रीन दिखाई नहीं जा सकी।',
  'shell.brokenHint': 'आपने जो सेव किया है वह सुरक्षित है। फिर से लोड करें, या दूसरी स्क्रीन पर जाएँ।',
  'shell.brokenReload': 'फिर लोड करें',

  // What can be begun from anywhere
  'shell.do.walkIn': 'बिना बुकिंग: गेट पर आई गाड़ी का टिकट',
  'shell.do.exit': 'एग्ज़िट: गाड़ी जाए और पेमेंट हो',
  'shell.do.bookParking': 'नई पार्किंग बुकिंग',
  'shell.do.bookWash': 'नई वॉश बुकिंग',
  'shell.do.wait': 'गाड़ी वेटिंग लिस्ट में डालें',
  'shell.do.shift': 'शिफ़्ट खोलें या बंद करें',
  'shell.do.lock': 'कंसोल लॉक करें',

  // The palette
  'search.title': 'खोजें या करें',
  'search.label': 'गाड़ी नंबर, टिकट, बुकिंग नंबर, या जो करना है',
  'search.placeholder': 'KL07… · T-1234 · बिना बुकिंग',
  'search.results': 'क्या मिला',
  'search.cars': 'गाड़ियाँ और बुकिंग',
  'search.actions': 'करें',
  'search.screens': 'यहाँ जाएँ',
  'search.go': '{screen} पर जाएँ',
  'search.act.exit': 'एग्ज़िट',
  'search.act.map': 'नक्शे पर',
  'search.act.booking': 'बुकिंग',
  'search.stay': '{bay} · {time} से · {ticket}',
  'search.booking': '{bay} · {time} · {reference}',
  'plate.erased': 'मिटाया',
  'search.near': 'एक अक्षर का फ़र्क',
  'search.count':
    '{count, plural, =0 {कोई गाड़ी या बुकिंग नहीं मिली} one {# गाड़ी या बुकिंग मिली} other {# गाड़ियाँ और बुकिंग मिलीं}}',
  'search.none': 'कुछ नहीं मिला। गाड़ी नंबर के आखिरी चार अक्षर डालकर देखें।',
} satisfies Translated<typeof english>
