/** What the desktop itself says: its tray, its menu and its questions. What the console says is the console's. */
export const desktop = {
  'desktop.quit': 'Quit',
  'desktop.openConsole': 'Open Kerbside',
  'desktop.openDataFolder': 'Open data folder',
  'desktop.print': 'Print…',
  'desktop.copyKioskAddress': 'Copy the kiosk’s address: {url}',
  'desktop.trayTip': 'Kerbside is serving the kiosks at {url}',
  'desktop.needsAttention': 'Kerbside: {count, plural, one {# thing needs} other {# things need}} attention',
  'desktop.settingRefused.title': 'A setting cannot be used',
  'desktop.settingRefused.advice':
    'Correct it in the environment from which Kerbside is started, then start Kerbside again.',
  'desktop.cannotStart.title': 'Kerbside cannot start',
  'desktop.cannotStart.advice': 'Nothing was changed. The data is in {folder}',
  'desktop.portInUse.title': 'Port {port} is in use by another program',
  'desktop.portInUse.heldBy': 'It is used by {program} (process {pid}).',
  'desktop.portInUse.heldByUnknown': 'Which program that is, this system does not tell Kerbside.',
  'desktop.portInUse.kiosks':
    'Tablets reach Kerbside at port {port} (setting KERBSIDE_PORT). It may be a second Kerbside with other data. On port {free} Kerbside runs, and takes that port at later starts, too. Tablets that are paired must be given the new address: choose “Pair a tablet” under Kiosks, and scan the code with each of them.',
  'desktop.portInUse.staff':
    'Programs on this computer reach Kerbside at port {port} (setting KERBSIDE_STAFF_PORT). On port {free} Kerbside runs, and takes that port at later starts, too; tablets do not notice.',
  'desktop.portInUse.usePort': 'Use port {free}',
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
