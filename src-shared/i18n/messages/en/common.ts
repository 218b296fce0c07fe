/** Words that kiosk and console share. */
export const common = {
  'common.demo': 'DEMO',
  'common.loading': 'Loading',
  'common.cancel': 'Cancel',
  'common.back': 'Back',
  'common.close': 'Close',
  'common.tryAgain': 'Try again',
  'common.minutes': '{minutes, plural, one {# minute} other {# minutes}}',
} as const
