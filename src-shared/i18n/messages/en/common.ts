/** Words that kiosk and console share. */
export const common = {
  'common.demo': 'DEMO',
  'common.demoTime': 'DEMO TIME',
  'common.language': 'Language',
  'common.loading': 'Loading',
  'common.cancel': 'Cancel',
  'common.back': 'Back',
  'common.close': 'Close',
  'common.tryAgain': 'Try again',
  // A length of time, the same everywhere: "up to 2 h", "1 h 50 min"
  'common.length.hours': '{hours} h',
  'common.length.minutes': '{minutes} min',
  'common.length.both': '{hours} h {minutes} min',
} as const
