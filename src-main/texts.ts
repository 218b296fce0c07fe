import type { PortInUseError } from '../src-server/index.ts'

/** Everything that the desktop itself says to a person; what the console says is the console's. */
export const texts = {
  productName: 'Kerbside',
  quit: 'Quit',
  openConsole: 'Open Kerbside',
  openDataFolder: 'Open data folder',
  print: 'Print…',
  copyKioskAddress: (url: string) => `Copy the kiosk's address: ${url}`,
  trayTip: (kioskUrl: string) => `Kerbside is serving the kiosks at ${kioskUrl}`,

  settingRefused: {
    title: 'A setting cannot be used',
    advice: 'Correct it in the environment from which Kerbside is started, then start Kerbside again.',
  },
  cannotStart: {
    title: 'Kerbside cannot start',
    advice: (dataDir: string) => `Nothing was changed. The data is in ${dataDir}`,
  },
  portInUse: {
    title: (error: PortInUseError) => `Port ${error.port} is in use by another program`,
    advice: (error: PortInUseError) =>
      error.setting === 'KERBSIDE_PORT'
        ? `Kiosks reach Kerbside at port ${error.port} (setting KERBSIDE_PORT), and another program on this computer already uses it. It may be a second Kerbside with other data. On a free port Kerbside runs, but kiosks that were set up for port ${error.port} must be given the new address.`
        : `Programs on this computer reach Kerbside at port ${error.port} (setting KERBSIDE_STAFF_PORT), and another one already uses it. On a free port Kerbside runs, and kiosks do not notice.`,
    useFreePort: 'Use a free port',
  },
  quitWithKiosks: {
    title: (kiosks: number) => (kiosks === 1 ? 'A kiosk is connected' : `${kiosks} kiosks are connected`),
    advice:
      'Customers cannot book while Kerbside is not running. To put only the window away, close it and do not quit.',
    stay: 'Keep serving',
  },
  noTray: {
    title: 'Kerbside keeps serving the kiosks',
    advice:
      'This desktop has no tray that Kerbside could stay in, so its window is minimised. To stop Kerbside, choose Quit.',
    minimise: 'Minimise',
  },
  keepsFailing: {
    title: 'The console keeps failing',
    advice: 'The kiosks are still being served. The console can be loaded once more.',
    reload: 'Load again',
  },
} as const
