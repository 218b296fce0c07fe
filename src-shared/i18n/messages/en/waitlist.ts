/** The words of the waitlist. */
export const waitlist = {
  'waitlist.title': 'Waiting for a bay',
  'waitlist.add': 'Put on the waitlist',
  'waitlist.added': '{plate} waits for a bay.',
  'waitlist.empty': 'Nobody waits. When the lot is full, put the next car here and it gets the first bay.',
  'waitlist.offered': 'A bay is kept for it until {until}',
  'waitlist.serve': 'Ticket for {plate}',
  'waitlist.left': '{plate} is off the waitlist.',
  'waitlist.leave': 'Take {plate} off the list',
} as const
