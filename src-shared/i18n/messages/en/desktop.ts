/** What the desktop itself says: its tray, its menu and its questions. What the console says is the console's. */
export const desktop = {
  'desktop.quit': 'Quit',
  'desktop.openConsole': 'Open Kerbside',
  'desktop.openDataFolder': 'Open data folder',
  'desktop.print': 'Print…',
  'desktop.copyKioskAddress': 'Copy the kiosk’s address: {url}',
  'desktop.trayTip': 'Kerbside is serving the kiosks at {url}',
  'desktop.settingRefused.title': 'A setting cannot be used',
  'desktop.settingRefused.advice':
    'Correct it in the environment from which Kerbside is started, then start Kerbside again.',
  'desktop.cannotStart.title': 'Kerbside cannot start',
  'desktop.cannotStart.advice': 'Nothing was changed. The data is in {folder}',
  'desktop.portInUse.title': 'Port {port} is in use by another program',
  'desktop.portInUse.kiosks':
    'Kiosks reach Kerbside at port {port} (setting KERBSIDE_PORT), and another program on this computer already uses it. It may be a second Kerbside with other data. On a free port Kerbside runs, but kiosks that were set up for port {port} must be given the new address.',
  'desktop.portInUse.staff':
    'Programs on this computer reach Kerbside at port {port} (setting KERBSIDE_STAFF_PORT), and another one already uses it. On a free port Kerbside runs, and kiosks do not notice.',
  'desktop.portInUse.useFreePort': 'Use a free port',
  'desktop.quitWithKiosks.title': '{kiosks, plural, one {A kiosk is connected} other {# kiosks are connected}}',
  'desktop.quitWithKiosks.advice':
    'Customers cannot book while Kerbside is not running. To put only the window away, close it and do not quit.',
  'desktop.quitWithKiosks.stay': 'Keep serving',
  'desktop.noTray.title': 'Kerbside keeps serving the kiosks',
  'desktop.noTray.advice':
    'This desktop has no tray that Kerbside could stay in, so its window is minimised. To stop Kerbside, choose Quit.',
  'desktop.noTray.minimise': 'Minimise',
  'desktop.keepsFailing.title': 'The console keeps failing',
  'desktop.keepsFailing.advice': 'The kiosks are still being served. The console can be loaded once more.',
  'desktop.keepsFailing.reload': 'Load again',
} as const
