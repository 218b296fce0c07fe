import type { tariffLines as english } from '../en/tariff-lines.ts'
import type { Translated } from '../../translate.ts'

/** The words of a price's lines, for whoever is shown one: counter, receipt and kiosk. */
export const tariffLines = {
  'tariff.line.grace': 'സൗജന്യം: {grace} കവിഞ്ഞില്ല',
  'tariff.line.permit': 'സൗജന്യം: പെർമിറ്റുണ്ട്',
  'tariff.line.booked': 'ബുക്കിംഗിൽ ഉൾപ്പെട്ടത്',
  'tariff.line.flat.whole': 'ഒറ്റ ചാർജ്',
  'tariff.line.flat.first': 'ആദ്യ {until}',
  'tariff.line.flat.next': '{start} മുതൽ {until} വരെ',
  'tariff.line.flat.open': '{start} കഴിഞ്ഞാൽ',
  'tariff.line.tiered': '{until} വരെ',
  'tariff.line.tiered.open': '{start} കഴിഞ്ഞാൽ, ആകെ',
  'tariff.line.incrementing': '{steps} × {step}, {price} വീതം',
  'tariff.line.surcharge': 'അധിക ചാർജ്: {steps} × {step}, {price} വീതം',
  'tariff.line.cap.24_hours': '24 മണിക്കൂറിൽ പരമാവധി {cap}',
  'tariff.line.cap.calendar_day': 'ദിവസം പരമാവധി {cap}',
  'tariff.line.lost_ticket': 'ടിക്കറ്റ് നഷ്ടപ്പെട്ടു: കുറഞ്ഞത് {fee}',
  'tariff.line.inBand': '{band} {from}–{to}: {line}',
  'tariff.line.overstay': 'ബുക്കിംഗ് സമയം കഴിഞ്ഞ്: {line}',
} satisfies Translated<typeof english>
