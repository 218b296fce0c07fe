/** The words at the counter: cars in and out, and their money. */
export const counter = {
  'counter.walkIn': 'Walk-in',
  'counter.exit': 'Exit',
  'counter.reason': 'Reason',
  'counter.reasonHint': 'In a few words; it goes on record with your name.',
  'counter.reasonFault': 'Say why, in at least three letters.',
  'counter.pin': 'Your PIN',
  'counter.pinFault': 'Give your PIN: 4 to 8 digits.',
  'counter.dayOf': '{name}: day',
  'counter.timeOf': '{name}: time',
  'counter.timeFault': 'Give a day and a time that exist.',
} as const
