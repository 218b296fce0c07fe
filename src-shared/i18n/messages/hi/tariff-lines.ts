import type { tariffLines as english } from '../en/tariff-lines.ts'
import type { Translated } from '../../translate.ts'

/** The words of a price's lines, for whoever is shown one: counter, receipt and kiosk. */
export const tariffLines = {
  'tariff.line.grace': 'मुफ़्त: {grace} से ज़्यादा नहीं',
  'tariff.line.permit': 'मुफ़्त: परमिट है',
  'tariff.line.booked': 'बुकिंग में शामिल',
  'tariff.line.flat.whole': 'एकमुश्त रेट',
  'tariff.line.flat.first': 'पहले {until}',
  'tariff.line.flat.next': '{start} से {until} तक',
  'tariff.line.flat.open': '{start} से ज़्यादा',
  'tariff.line.tiered': '{until} तक',
  'tariff.line.tiered.open': '{start} से ज़्यादा, पूरे समय का',
  'tariff.line.incrementing': '{steps} × {step} @ {price}',
  'tariff.line.surcharge': 'सरचार्ज: {steps} × {step} @ {price}',
  'tariff.line.cap.24_hours': '24 घंटे में ज़्यादा से ज़्यादा {cap}',
  'tariff.line.cap.calendar_day': 'एक दिन में ज़्यादा से ज़्यादा {cap}',
  'tariff.line.lost_ticket': 'टिकट खो गया: कम से कम {fee}',
  'tariff.line.inBand': '{band} {from}–{to}: {line}',
  'tariff.line.overstay': 'बुकिंग के समय के बाद: {line}',
} satisfies Translated<typeof english>
