import { join } from 'node:path'
import { app, Menu, type Session, session, shell } from 'electron'
import { systemTimers, type KerbsideServer } from '../../src-server/index.ts'
import { createAutostart } from '../autostart/autostart.ts'
import { answerBridge } from '../bridge/bridge.ts'
import { desktopHandlers } from '../bridge/desktop-handlers.ts'
import { serveConsole } from '../protocol/app-protocol.ts'
import { createStaffCookieJar } from '../protocol/staff-cookie-jar.ts'
import { guardNetwork } from '../security/network-policy.ts'
import { confinePage, denyPermissions } from '../security/window-policy.ts'
import { hasTray } from '../tray/tray-support.ts'
import { showTray } from '../tray/tray.ts'
import { applicationMenu } from '../window/application-menu.ts'
import { openConsoleWindow } from '../window/console-window.ts'
import { pageFetched } from '../window/page-fetch.ts'
import { createWindowKeeper, type WindowKeeper } from '../window/window-keeper.ts'
import type { BuiltPlaces } from './places.ts'
import type { QuitFlow } from './quit-flow.ts'

/** How long the page may take to fetch its files before the server starts all the same; it takes a tenth of that. */
const FETCH_MS = 1000

/** Where the server is, or is going to be. */
export interface ServerPlaces {
  readonly staffUrl: string
  /** The kiosk's page, as a tablet on the LAN reaches it where there is a LAN. */
  readonly kioskUrl: string
}

export interface Desktop {
  /** When the page has its files. Until then each of them waits for whatever else this process does. */
  readonly fetched: Promise<void>
  /** Shows the console to whoever starts Kerbside again. */
  show(): void
  /** The server is there: whatever waits for it goes on. */
  serve(server: KerbsideServer): Promise<void>
}

interface DesktopParts {
  readonly dataDir: string
  readonly places: BuiltPlaces
  readonly quitFlow: QuitFlow
}

export function placesOf(server: KerbsideServer): ServerPlaces {
  return { staffUrl: server.staffUrl, kioskUrl: server.lanKioskUrls()[0] ?? server.kioskUrl }
}

/**
 * Opens the desktop around a server that is about to start: its session, its window, its menu. The page begins at once; its
 * requests and its sockets wait for `serve`.
 * @param planned where the server is going to be
 */
export function openDesktop(planned: ServerPlaces, { dataDir, places, quitFlow }: DesktopParts): Desktop {
  let at = planned
  let goOn: (server: KerbsideServer) => void = () => undefined
  const serving = new Promise<KerbsideServer>((resolve) => (goOn = resolve))
  // Kept on disk for what the page itself keeps, such as its colours; never for who is signed in.
  const consoleSession = session.fromPartition('persist:console')
  const openWindow = () =>
    openConsoleWindow({
      session: consoleSession,
      preload: places.preload,
      stateFile: join(app.getPath('userData'), 'window.json'),
      facts: { staffUrl: at.staffUrl, publicUrl: new URL(at.kioskUrl).origin, version: app.getVersion() },
      devTools: !app.isPackaged,
    })
  const keeper = createWindowKeeper(openWindow, quitFlow)
  const jar = createStaffCookieJar()
  confine(consoleSession)
  guardNetwork(consoleSession, () => ({ ...at, devtools: !app.isPackaged }), serving, jar, keeper.page)
  serveConsole(consoleSession, places.consoleDir, () => at.staffUrl, serving, jar)
  const longEnough = new Promise<void>((resolve) => systemTimers.after(FETCH_MS, resolve))
  const fetched = pageFetched(consoleSession.webRequest, longEnough)
  keeper.show()
  const openDataFolder = () => void shell.openPath(dataDir)
  serveBridge(dataDir, keeper)
  setMenu(openDataFolder, keeper)
  return {
    fetched,
    show: keeper.show,
    async serve(server) {
      const { staffUrl, kioskUrl } = placesOf(server)
      const isElsewhere = staffUrl !== at.staffUrl || kioskUrl !== at.kioskUrl
      at = { staffUrl, kioskUrl }
      if (isElsewhere) keeper.replace()
      goOn(server)
      if (!(await hasTray(process.platform, process.env))) return
      keeper.useTray(showTray(kioskUrl, { openConsole: keeper.show, openDataFolder, quit: () => app.quit() }))
    },
  }
}

/** Lays down what pages may do, before there is one: everything that Electron may make is confined, not our window alone. */
function confine(consoleSession: Session): void {
  app.on('web-contents-created', (_event, page) => confinePage(page))
  denyPermissions(session.defaultSession)
  denyPermissions(consoleSession)
}

function serveBridge(dataDir: string, keeper: WindowKeeper): void {
  const handlers = desktopHandlers({
    dataDir,
    autostart: createAutostart(),
    consolePage: keeper.page,
    showConsole: keeper.show,
  })
  answerBridge(handlers, keeper.page)
}

function setMenu(openDataFolder: () => void, keeper: WindowKeeper): void {
  const { platform } = process
  const print = () => keeper.page()?.print()
  const menu = applicationMenu({ platform, packaged: app.isPackaged, print, openDataFolder })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
}
