/** What a kiosk says beside its screens: calling the attendant, and reading aloud. Loaded after the first screen. */
export const kioskAids = {
  'kiosk.help.call': 'Call the attendant',
  'kiosk.help.calling': 'Calling the attendant',
  'kiosk.help.called.title': 'Help is on its way',
  'kiosk.help.called.body': 'The attendant has been told, and comes to this screen. You can go on meanwhile.',
  'kiosk.help.called.short': 'Attendant called',
  'kiosk.help.coming.title': 'The attendant is on the way to you',
  'kiosk.help.coming.body': 'Please stay here. You can go on meanwhile.',
  'kiosk.help.coming.short': 'Attendant on the way',
  'kiosk.help.failed.title': 'The attendant cannot be called from here just now',
  'kiosk.help.failed.body': 'Please go to the counter, where somebody helps you.',
  'kiosk.help.often.title': 'The attendant has been called a few times already',
  'kiosk.help.often.body': 'If nobody comes, please go to the counter.',
  'kiosk.help.close': 'Go on',
  'kiosk.aloud.start': 'Read aloud',
  'kiosk.aloud.stop': 'Stop reading aloud',
  'kiosk.aloud.choices': 'You can choose: {choices}.',
} as const
