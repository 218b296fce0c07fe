import { join } from 'node:path'
import { app, Menu, powerMonitor, type Session, session, shell } from 'electron'
import type { KerbsideServer } from '../../src-server/index.ts'
import { createAutostart } from '../autostart/autostart.ts'
import { showBadge } from '../badge/badge.ts'
import { answerBridge } from '../bridge/bridge.ts'
import { desktopHandlers } from '../bridge/desktop-handlers.ts'
import { log } from '../log.ts'
import { serveConsole } from '../protocol/app-protocol.ts'
import { createStaffCookieJar, type StaffCookieJar } from '../protocol/staff-cookie-jar.ts'
import { lockSession } from '../security/lock-session.ts'
import { guardNetwork } from '../security/network-policy.ts'
import { confinePage, denyPermissions } from '../security/window-policy.ts'
import { desktopTexts } from '../desktop-texts.ts'
import { hasTray } from '../tray/tray-support.ts'
import { type KerbsideTray, showTray } from '../tray/tray.ts'
import { updateDeskHere } from '../updates/desk-here.ts'
import type { UpdateDesk } from '../updates/update-desk.ts'
import { applicationMenu } from '../window/application-menu.ts'
import { openConsoleWindow } from '../window/console-window.ts'
import { readOpenWindows, writeOpenWindows } from '../window/open-windows.ts'
import { createWindowKeeper, type WindowKeeper } from '../window/window-keeper.ts'
import type { BuiltPlaces } from './places.ts'
import type { QuitFlow } from './quit-flow.ts'

export interface Desktop {
  readonly keeper: WindowKeeper
  readonly updates: UpdateDesk
}

/** The desktop around a running server: its session, its windows, its menu, its tray, its updates. */
export async function openDesktop(server: KerbsideServer, places: BuiltPlaces, quitFlow: QuitFlow): Promise<Desktop> {
  // As a tablet on the LAN reaches it, where there is a LAN.
  const kioskUrl = server.lanKioskUrls()[0] ?? server.kioskUrl
  // Kept on disk for what the page itself keeps, such as its colours; never for who is signed in.
  const consoleSession = session.fromPartition('persist:console')
  const common = {
    session: consoleSession,
    preload: places.preload,
    facts: { staffUrl: server.staffUrl, publicUrl: new URL(kioskUrl).origin, version: app.getVersion() },
    devTools: !app.isPackaged,
  }
  const kept = (name: string) => join(app.getPath('userData'), name)
  const openWindows = kept('open-windows.json')
  const keeper = createWindowKeeper({
    open: (screen, beside) =>
      screen === undefined
        ? openConsoleWindow({ ...common, stateFile: kept('window.json') })
        : openConsoleWindow({ ...common, screen, stateFile: kept(`window-${screen}.json`) }, beside),
    quitFlow,
    kept: { read: () => readOpenWindows(openWindows), write: (screens) => writeOpenWindows(openWindows, screens) },
  })
  const jar = createStaffCookieJar()
  confine(consoleSession, server, places, keeper, jar)
  lockWithSystem(server, jar)
  const { dataDir } = server
  const autostart = createAutostart()
  autostart.renew()
  const updates = updateDeskHere(server, jar, keeper.pages, () => quitFlow.request(false))
  const texts = await desktopTexts()
  let tray: KerbsideTray | undefined
  const badge = (count: number) => {
    showBadge(count, keeper.pages()[0], texts)
    tray?.show(count)
  }
  answerBridge((page) => desktopHandlers({ dataDir, autostart, updates, keeper, badge, page }), keeper.pages)
  const openDataFolder = () => void shell.openPath(dataDir)
  const print = () => keeper.frontPage()?.print()
  const { platform } = process
  const menu = applicationMenu({ platform, packaged: app.isPackaged, print, openDataFolder, texts })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))

  keeper.show()
  keeper.reopen()
  if (await hasTray(platform, process.env)) {
    tray = showTray(kioskUrl, { openConsole: keeper.show, openDataFolder, quit: () => app.quit() }, texts)
    keeper.useTray(tray.tray)
  }
  updates.start()
  return { keeper, updates }
}

/** Lays down what pages may do, before there is one: everything that Electron may make is confined, not our windows alone. */
function confine(
  consoleSession: Session,
  server: KerbsideServer,
  places: BuiltPlaces,
  keeper: WindowKeeper,
  jar: StaffCookieJar,
): void {
  app.on('web-contents-created', (_event, page) => confinePage(page))
  denyPermissions(session.defaultSession)
  denyPermissions(consoleSession)
  guardNetwork(consoleSession, { staffUrl: server.staffUrl, devtools: !app.isPackaged }, jar, keeper.pages)
  serveConsole(consoleSession, places.consoleDir, server, jar)
}

/** Whoever locks the computer, or lets it sleep, locks the console. Linux tells of sleep only. */
function lockWithSystem(server: KerbsideServer, jar: StaffCookieJar): void {
  const lock = () => {
    lockSession(server, jar).catch((error: unknown) => log(`the console could not be locked: ${String(error)}`))
  }
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
}
