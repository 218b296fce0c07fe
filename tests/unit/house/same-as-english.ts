/** What the staff's languages share: names, signs of the trade, words that are typed to confirm, units and keys of a keyboard. */
const ofTheTrade = [
  'admin.class.suv',
  'admin.demo.word',
  'backups.restore.word',
  'clock.log.by.clock',
  'console.bookings.parkedSign',
  'console.display.version',
  'console.method.upi',
  'console.product',
  'counter.methodKey.card',
  'counter.methodKey.cash',
  'counter.methodKey.upi',
  'money.taxIdIndia',
  'recovery.time',
  'report.bayClass.ev',
  'report.bayClass.suv',
  'report.column.upi',
  'report.csv',
  'report.method.upi',
  'shell.searchKey',
  'tariff.class.ev',
  'tariff.class.suv',
  'z.method.upi',
]

/** Messages that a language says as English does, because its readers do. One that is no longer so is to go from here. */
export const sameAsEnglish = {
  hi: [...ofTheTrade, 'clock.span.milliseconds', 'time.unitMilliseconds'],
  ml: [...ofTheTrade, 'admin.site.upi_id'],
  ar: [],
} as const satisfies Record<string, readonly string[]>
