/** The words around the console's screens: navigation, search, shift. */
export const shell = {
  'shell.person': 'You and this computer',
  'shell.menu': 'Menu',
  'shell.group.work': 'Work',
  'shell.group.owner': 'Owner',
  'shell.group.admin': 'Admin',
  'shell.search': 'Find or do',
  'shell.searchKey': 'Ctrl K',
  'shell.shift.open': 'Shift {number} open',
  'shell.shift.none': 'No shift open',
  'shell.broken': 'This screen could not be shown.',
  'shell.brokenHint': 'What you saved is safe. Load it again, or go on with another screen.',
  'shell.brokenReload': 'Load again',

  // What can be begun from anywhere
  'shell.do.walkIn': 'Walk-in: a ticket for a car at the gate',
  'shell.do.exit': 'Exit: a car leaves and pays',
  'shell.do.bookParking': 'New parking booking',
  'shell.do.bookWash': 'New wash booking',
  'shell.do.wait': 'Put a car on the waitlist',
  'shell.do.shift': 'Open or close the shift',
  'shell.do.lock': 'Lock the console',

  // The palette
  'search.title': 'Find or do',
  'search.label': 'Plate, ticket, reference, or what you want to do',
  'search.placeholder': 'KL07… · T-1234 · walk-in',
  'search.results': 'What was found',
  'search.cars': 'Cars and bookings',
  'search.actions': 'Do',
  'search.screens': 'Go to',
  'search.go': 'Go to {screen}',
  'search.act.exit': 'Exit',
  'search.act.map': 'On the map',
  'search.act.booking': 'Booking',
  'search.stay': '{bay} · since {time} · {ticket}',
  'search.booking': '{bay} · {time} · {reference}',
  'plate.erased': 'erased',
  'search.near': 'one character off',
  'search.count':
    '{count, plural, =0 {No car or booking found} one {# car or booking found} other {# cars and bookings found}}',
  'search.none': 'Nothing matches. Try the last four characters of the plate.',
} as const
