import type { tariffLines as english } from '../en/tariff-lines.ts'
import type { Translated } from '../../translate.ts'

/** The words of a price's lines, for whoever is shown one: counter, receipt and kiosk. */
export const tariffLines = {
  'tariff.line.grace': 'مجاناً: لا أكثر من {grace}',
  'tariff.line.permit': 'مجاناً: لديه تصريح',
  'tariff.line.booked': 'مشمول بالحجز',
  'tariff.line.flat.whole': 'سعر ثابت',
  'tariff.line.flat.first': 'أول {until}',
  'tariff.line.flat.next': 'من {start} إلى {until}',
  'tariff.line.flat.open': 'أكثر من {start}',
  'tariff.line.tiered': 'حتى {until}',
  'tariff.line.tiered.open': 'أكثر من {start}، المجموع',
  'tariff.line.incrementing': '{steps} × {step} بسعر {price}',
  'tariff.line.surcharge': 'رسم إضافي: {steps} × {step} بسعر {price}',
  'tariff.line.cap.24_hours': 'بحد أقصى {cap} في 24 ساعة',
  'tariff.line.cap.calendar_day': 'بحد أقصى {cap} في اليوم',
  'tariff.line.lost_ticket': 'تذكرة مفقودة: {fee} على الأقل',
  'tariff.line.inBand': '{band} من {from} إلى {to}: {line}',
  'tariff.line.overstay': 'بعد انتهاء الحجز: {line}',
} satisfies Translated<typeof english>
