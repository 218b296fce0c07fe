/** The words of a price's lines, for whoever is shown one: counter, receipt and kiosk. */
export const tariffLines = {
  'tariff.line.grace': 'Free: no longer than {grace}',
  'tariff.line.permit': 'Free: has a permit',
  'tariff.line.booked': 'Covered by the booking',
  'tariff.line.flat.whole': 'Flat price',
  'tariff.line.flat.first': 'First {until}',
  'tariff.line.flat.next': 'From {start} to {until}',
  'tariff.line.flat.open': 'More than {start}',
  'tariff.line.tiered': 'Up to {until}',
  'tariff.line.tiered.open': 'More than {start}, in all',
  'tariff.line.incrementing': '{steps} × {step} at {price}',
  'tariff.line.surcharge': 'Surcharge: {steps} × {step} at {price}',
  'tariff.line.cap.24_hours': 'At most {cap} in 24 hours',
  'tariff.line.cap.calendar_day': 'At most {cap} a day',
  'tariff.line.lost_ticket': 'Lost ticket: at least {fee}',
  'tariff.line.inBand': '{band} {from}–{to}: {line}',
  'tariff.line.overstay': 'After the booked end: {line}',
} as const
