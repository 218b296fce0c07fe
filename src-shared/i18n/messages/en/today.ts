/** What the Today screen says of the lot. */
export const today = {
  'today.attention': 'Needs a look',
  'today.attentionNone': 'All is as it should be: nobody is over their time, and every booking has its bay.',
  'today.attentionSign': '!',
  'today.attention.overstay': 'should have left at',
  'today.attention.conflict': 'its bay is not free at',
  'today.attention.exit': 'Exit {plate}',
  'today.attention.open': 'Open {reference}',
  'today.carsIn': 'Cars in',
  'today.carsInDetail': 'in the car park now',
  'today.dueOut': 'Due out',
  'today.dueOutDetail': 'within the hour',
  'today.overstays': 'Overstays',
  'today.overstaysDetail': 'past what was booked',
  'today.waiting': 'Waiting',
  'today.waitingDetail': 'for a bay',
} as const
