/**
 * The bridge's channels, for the preload script and the main process alike. One row is one thing that the page may ask of the
 * desktop; there is no channel that takes the name of another.
 */
export const bridgeChannels = {
  openDataFolder: 'kerbside:open-data-folder',
  openWindow: 'kerbside:open-window',
  printPage: 'kerbside:print-page',
  printersGet: 'kerbside:printers-get',
  printTo: 'kerbside:print-to',
  showBadge: 'kerbside:show-badge',
  notify: 'kerbside:notify',
  autostartGet: 'kerbside:autostart-get',
  autostartSet: 'kerbside:autostart-set',
  updatesGet: 'kerbside:updates-get',
  updatesSet: 'kerbside:updates-set',
  updatesCheck: 'kerbside:updates-check',
  updatesInstall: 'kerbside:updates-install',
  updatesRead: 'kerbside:updates-read',
} as const

/** What the main process tells the page without being asked. */
export const updatesChanged = 'kerbside:updates-changed'

export type BridgeCall = keyof typeof bridgeChannels

/** The name under which the page finds the bridge on `window`. */
export const bridgeName = 'kerbside'

/** What the bridge tells the page without asking: handed to the preload script as arguments of its process. */
export const bridgeFacts = {
  staffUrl: '--kerbside-staff-url=',
  publicUrl: '--kerbside-public-url=',
  version: '--kerbside-version=',
} as const
