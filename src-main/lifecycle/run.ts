import { join } from 'node:path'
import { app, powerMonitor } from 'electron'
import {
  type KerbsideServer,
  listeningLine,
  plannedAddresses,
  readSettings,
  type Settings,
  startServer,
  unknownSettings,
} from '../../src-server/index.ts'
import { log } from '../log.ts'
import { consoleOrigin } from '../security/console-origin.ts'
import { type Desktop, openDesktop, placesOf, type ServerPlaces } from './desktop.ts'
import { confirmQuit, explainStartFailure, offerFreePort } from './dialogs.ts'
import type { BuiltPlaces } from './places.ts'
import { createQuitFlow } from './quit-flow.ts'
import { quitOnSignals } from './signals.ts'
import { startOnSomePort } from './start-server.ts'

/** Runs the application from here until it quits: a window, and the server that it shows. */
export function runKerbside(places: BuiltPlaces): void {
  let server: KerbsideServer | undefined
  let desktop: Desktop | undefined

  const quitFlow = createQuitFlow({
    connectedKiosks: () => server?.connectedKiosks() ?? 0,
    confirm: confirmQuit,
    stop: async () => server?.stop(),
    end: (exitCode) => (exitCode === 0 ? app.quit() : app.exit(exitCode)),
  })
  app.on('before-quit', (event) => {
    if (!quitFlow.request(true)) event.preventDefault()
  })
  // Without a listener Electron quits; Kerbside serves the kiosks whether or not it has a window.
  app.on('window-all-closed', () => undefined)
  app.on('second-instance', () => desktop?.show())
  app.on('activate', () => desktop?.show())

  async function start(settings: Settings): Promise<void> {
    const open = (at: ServerPlaces) => (desktop = openDesktop(at, { dataDir: settings.dataDir, places, quitFlow }))
    // The window comes first, and the server, by far the larger part of the program, is read while the page's own process
    // is busy. Where a port is still to be found, the page cannot be told yet where the server is going to be.
    const planned = plannedAddresses(settings)
    if (planned !== undefined) await open(planned).fetched
    server = await startOnSomePort(settings, (those) => startWith(those, places), offerFreePort)
    if (server === undefined) return app.exit(1)
    void (desktop ?? open(placesOf(server))).serve(server)
    announce(server)
    // The clock would notice by itself within its next look; this way it notices before anybody asks it.
    powerMonitor.on('resume', () => server?.wake())
  }

  async function startOrExplain(): Promise<void> {
    await app.whenReady()
    // Getting ready, Electron takes the signals for itself; whoever wants them must come after it.
    quitOnSignals(
      () => quitFlow.request(false),
      () => app.exit(1),
    )
    for (const name of unknownSettings(process.env)) log(`${name} is no setting of Kerbside and is ignored`)
    let settings: Settings | undefined
    try {
      settings = readSettings(process.env, join(app.getPath('userData'), 'data'))
      await start(settings)
    } catch (error) {
      await explainStartFailure(error, settings?.dataDir)
      app.exit(1)
    }
  }

  void startOrExplain()
}

function startWith(settings: Settings, places: BuiltPlaces): Promise<KerbsideServer> {
  const { consoleDir, kioskDir, fontsDir } = places
  return startServer({ settings, assets: { consoleDir, kioskDir, fontsDir }, trustedStaffOrigins: [consoleOrigin] })
}

/** The same line as the headless server's, for whoever started Kerbside from a terminal or a script. */
function announce(server: KerbsideServer): void {
  process.stdout.write(`${listeningLine(server)}\n`)
  log(`kiosks find it at ${[server.kioskUrl, ...server.lanKioskUrls()].join(' and ')}`)
  // There are some on the demo site only, where everybody may know them.
  for (const { username, password, role, pin } of server.demoAccounts) {
    log(`DEMO ${role}: ${username} / ${password}, PIN ${pin}`)
  }
}
