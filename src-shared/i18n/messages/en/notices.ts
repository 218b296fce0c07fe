/** What happened, for whoever works here: on the screen now, on the desktop, and in the list of what was missed. */
export const notices = {
  'notices.title': 'What happened',
  'notices.open': '{unread, plural, =0 {Notices, none unread} one {Notices, # unread} other {Notices, # unread}}',
  'notices.short': 'Notices',
  'notices.readAll': 'Mark all as read',
  'notices.older': 'Show older ones',
  'notices.unread': 'New',
  'notices.attention': 'Needs you',
  'notices.show': 'Show',
  'notices.empty.title': 'Nothing yet',
  'notices.empty.hint':
    'Cars that overstay, washes that are ready, money to give back: it waits here until you have read it.',
  'notices.missed':
    '{count, plural, one {One thing happened while you were away.} other {# things happened while you were away.}}',
  'notices.list': 'Notices, newest first',

  'notices.booking.awaiting_payment': '{plate} booked {bay} for {time}, to be paid at the counter.',
  'notices.booking.cancelled': '{plate} gave {bay} at {time} back.',
  'notices.booking.expired': 'The booking of {plate} for {bay} at {time} ran out.',
  'notices.booking.no_show': '{plate} did not come to {bay} at {time}.',
  'notices.booking.changed': 'The booking of {plate} for {bay} at {time} changed.',
  'notices.booking_moved': '{plate}, booked for {time}, has {to} instead of {from}.',
  'notices.bay_conflict':
    '{bay} is not free for {plate}, booked for {time}, and no other bay is. Move a car, or call the customer.',
  'notices.overstay': '{plate} stands in {bay} past {until}.',
  'notices.wash_ready': '{plate} is ready at {bay}.',
  'notices.wash_delayed': '{plate} keeps {bay} too long for {next}, booked for {time}, and no other bay is free.',
  'notices.waitlist_bay_free': 'A bay has become free for {plate}, who is waiting.',
  'notices.waitlist_lapsed': '{plate} did not come for its bay in time, and waits no more.',
  'notices.money_to_return': '{amount} was paid for something that ran out. Give it back.',
  'notices.shift.open': 'Shift {number} was opened.',
  'notices.shift.closed': 'Shift {number} was closed.',
  'notices.kiosk.paired': 'The tablet “{name}” was paired.',
  'notices.kiosk.unpaired': 'The tablet “{name}” was unpaired.',
  'notices.kiosk.disconnected': 'The tablet “{name}” is not connected any more.',
  'notices.kiosk.connected': 'The tablet “{name}” is connected.',
  'notices.help_called': 'Somebody at “{kiosk}” calls for help.',
  'notices.help.take': 'On my way',
  'notices.help.taken': '“{kiosk}” is told that you are on your way.',
  'notices.help.badge': '{count, plural, one {# kiosk calls for help} other {# kiosks call for help}}',
  'notices.clock.trusted': 'The server’s clock is trusted.',
  'notices.clock.provisional': 'The server’s clock is not confirmed yet; bookings go on.',
  'notices.clock.guarded':
    'Somebody or something changed this computer’s clock. Kerbside goes on by its own; look at the Clock screen.',
  'notices.clock.rollback':
    'This computer’s clock is behind what Kerbside knows. Bookings are paused; look at the Clock screen.',
  'notices.clock.forward_suspect': 'This computer’s clock is far ahead. Bookings are paused; look at the Clock screen.',
  'notices.backup.backup': 'A backup could not be made. Look at the Backups screen.',
  'notices.backup.second_folder': 'A backup could not be copied to the second folder. Look at the Backups screen.',
  'notices.backup.passphrase':
    'A backup was made, but not copied to the second folder: its passphrase could not be read. Look at the Backups screen.',
  'notices.other': 'Something changed.',
} as const
