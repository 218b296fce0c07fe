import { join } from 'node:path'
import { app, powerMonitor, safeStorage } from 'electron'
import {
  type KerbsideServer,
  listeningLine,
  readSettings,
  type Settings,
  startServer,
  unknownSettings,
} from '../../src-server/index.ts'
import { log } from '../log.ts'
import { freePortFor } from '../ports/free-port.ts'
import { portsToKeep, readKeptPorts, withKeptPorts, writeKeptPorts } from '../ports/kept-ports.ts'
import { keyringKeeper } from '../secrets/keyring-keeper.ts'
import { consoleOrigin } from '../security/console-origin.ts'
import { feedSetting } from '../updates/feed.ts'
import { type Desktop, openDesktop } from './desktop.ts'
import { confirmQuit, explainStartFailure, offerFreePort } from './dialogs.ts'
import type { BuiltPlaces } from './places.ts'
import { createQuitFlow } from './quit-flow.ts'
import { quitOnSignals } from './signals.ts'
import { startOnSomePort } from './start-server.ts'

/** Runs the application from here until it quits: the server first, then the window on it. */
export function runKerbside(places: BuiltPlaces): void {
  let server: KerbsideServer | undefined
  let desktop: Desktop | undefined

  const quitFlow = createQuitFlow({
    connectedKiosks: () => server?.connectedKiosks() ?? 0,
    confirm: confirmQuit,
    stop: async (byPerson) => {
      await desktop?.updates.beforeQuit(byPerson)
      // A backup that cannot be made keeps nobody from quitting.
      await server?.backUpBeforeQuit().catch((error: unknown) => log(`no backup was made: ${String(error)}`))
      await server?.stop()
    },
    end: (exitCode) => {
      if (exitCode !== 0) return app.exit(exitCode)
      if (desktop?.updates.afterStop() !== true) app.quit()
    },
  })
  app.on('before-quit', (event) => {
    if (!quitFlow.request(true)) event.preventDefault()
  })
  // Without a listener Electron quits; Kerbside serves the kiosks whether or not it has a window.
  app.on('window-all-closed', () => undefined)
  app.on('second-instance', () => desktop?.keeper.show())
  app.on('activate', () => desktop?.keeper.show())

  async function start(): Promise<void> {
    for (const name of unknownSettings(process.env)) {
      if (name !== feedSetting) log(`${name} is no setting of Kerbside and is ignored`)
    }
    let settings: Settings | undefined
    try {
      settings = readSettings(process.env, join(app.getPath('userData'), 'data'))
      server = await startOnKeptPorts(settings, places)
      await app.whenReady()
    } catch (error) {
      await app.whenReady()
      await explainStartFailure(error, settings?.dataDir)
      return app.exit(1)
    }
    if (server === undefined) return app.exit(1)
    announce(server)
    // The clock would notice by itself within its next look; this way it notices before anybody asks it.
    powerMonitor.on('resume', () => server?.wake())
    desktop = await openDesktop(server, places, quitFlow)
  }

  // Getting ready, Electron takes the signals for itself; whoever wants them must come after it.
  void app.whenReady().then(() =>
    quitOnSignals(
      () => quitFlow.request(false),
      () => app.exit(1),
    ),
  )
  // The server starts while Electron gets ready; only what is seen waits for that. Not awaited by the module: Electron
  // gets ready only when the main program has been read to its end.
  void start()
}

/** Tablets know the port that was once chosen in place of a taken one: the next start takes it again, without a question. */
function startOnKeptPorts(asked: Settings, places: BuiltPlaces): Promise<KerbsideServer | undefined> {
  const file = join(app.getPath('userData'), 'ports.json')
  const kept = withKeptPorts(asked, readKeptPorts(file))
  return startOnSomePort(kept, (those) => startWith(those, places), {
    freePort: freePortFor,
    mayUse: async (error, port) => {
      await app.whenReady()
      return offerFreePort(error, port)
    },
    started: (used) => {
      if (used !== asked) log(`ports ${used.port} and ${used.staffPort}, as was once chosen (${file})`)
      if (used === kept) return
      try {
        writeKeptPorts(file, portsToKeep(asked, used))
      } catch (error) {
        log(`the chosen port could not be kept, and will be asked about again: ${String(error)}`)
      }
    },
  })
}

function startWith(settings: Settings, places: BuiltPlaces): Promise<KerbsideServer> {
  const { consoleDir, kioskDir, fontsDir, storeWorker } = places
  return startServer({
    settings,
    assets: { consoleDir, kioskDir, fontsDir, storeWorker },
    trustedStaffOrigins: [consoleOrigin],
    passphraseKeeper: keyringKeeper({ vault: safeStorage, platform: process.platform, folder: settings.dataDir }),
  })
}

/** The same line as the headless server's, for whoever started Kerbside from a terminal or a script. */
function announce(server: KerbsideServer): void {
  process.stdout.write(`${listeningLine(server)}\n`)
  log(`kiosks find it at ${[server.kioskUrl, ...server.lanKioskUrls()].join(' and ')}`)
  if (server.authority !== undefined) {
    const { url, fingerprint } = server.authority
    log(`tablets and phones trust it once they have ${url} (SHA-256 ${fingerprint})`)
  }
  // There are some on the demo site only, where everybody may know them.
  for (const { username, password, role, pin } of server.demoAccounts) {
    log(`DEMO ${role}: ${username} / ${password}, PIN ${pin}`)
  }
}
