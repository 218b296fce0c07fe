import { join } from 'node:path'
import { app, type BrowserWindow, Menu, session, shell, type Tray } from 'electron'
import type { KerbsideServer } from '../../src-server/index.ts'
import { createAutostart } from '../autostart/autostart.ts'
import { answerBridge } from '../bridge/bridge.ts'
import { desktopHandlers } from '../bridge/desktop-handlers.ts'
import { serveConsole } from '../protocol/app-protocol.ts'
import { createStaffCookieJar } from '../protocol/staff-cookie-jar.ts'
import { guardNetwork } from '../security/network-policy.ts'
import { denyPermissions } from '../security/window-policy.ts'
import { hasTray } from '../tray/tray-support.ts'
import { showTray } from '../tray/tray.ts'
import { applicationMenu } from '../window/application-menu.ts'
import { bringToFront, openConsoleWindow } from '../window/console-window.ts'
import { watchRenderer } from '../window/renderer-health.ts'
import { explainMissingTray, offerReload } from './dialogs.ts'
import type { BuiltPlaces } from './places.ts'
import type { QuitFlow } from './quit-flow.ts'

/** The desktop around a running server: its session, its window, its tray. */
export interface Desktop {
  /** Shows the console, opening a window when there is none. */
  openConsole(): void
}

export async function openDesktop(server: KerbsideServer, places: BuiltPlaces, quitFlow: QuitFlow): Promise<Desktop> {
  let window: BrowserWindow | undefined
  const consolePage = () => (window === undefined || window.isDestroyed() ? undefined : window.webContents)
  const openDataFolder = () => void shell.openPath(server.dataDir)
  // As a tablet on the LAN reaches it, where there is a LAN.
  const kioskUrl = server.lanKioskUrls()[0] ?? server.kioskUrl

  const consoleSession = session.fromPartition('persist:console')
  const jar = createStaffCookieJar()
  denyPermissions(session.defaultSession)
  denyPermissions(consoleSession)
  guardNetwork(consoleSession, { staffUrl: server.staffUrl, devtools: !app.isPackaged }, jar, consolePage)
  serveConsole(consoleSession, places.consoleDir, server, jar)
  answerBridge(desktopHandlers({ dataDir: server.dataDir, autostart: createAutostart(), consolePage }), consolePage)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      applicationMenu({
        platform: process.platform,
        packaged: app.isPackaged,
        print: () => consolePage()?.print(),
        openDataFolder,
      }),
    ),
  )

  const putAway = windowKeeper(quitFlow)
  function openConsole(): void {
    if (window !== undefined && !window.isDestroyed()) return bringToFront(window)
    const opened = openConsoleWindow({
      session: consoleSession,
      preload: places.preload,
      stateFile: join(app.getPath('userData'), 'window.json'),
      facts: { staffUrl: server.staffUrl, publicUrl: new URL(kioskUrl).origin, version: app.getVersion() },
      devTools: !app.isPackaged,
    })
    window = opened
    watchRenderer(opened, offerReload, () => app.quit())
    opened.on('close', (event) => {
      if (quitFlow.isQuitting()) return
      event.preventDefault()
      putAway.away(opened)
    })
    // Windows ends the session without asking anybody; so do we.
    opened.on('session-end', () => quitFlow.request(false))
  }

  openConsole()
  if (await hasTray(process.platform, process.env)) {
    putAway.tray = showTray(kioskUrl, { openConsole, openDataFolder, quit: () => app.quit() })
  }
  return { openConsole }
}

/** Puts the window away when it is closed: into the tray, or, where there is none, among the minimised ones, saying so once. */
function windowKeeper(quitFlow: QuitFlow) {
  let said = false
  return {
    // Kept here, because Electron removes the icon of a tray that nobody holds.
    tray: undefined as Tray | undefined,
    away(window: BrowserWindow): void {
      if (this.tray !== undefined) return window.hide()
      if (said) return window.minimize()
      said = true
      void explainMissingTray().then((minimise) => {
        if (minimise && !window.isDestroyed()) window.minimize()
        else if (!quitFlow.isQuitting()) app.quit()
      })
    },
  }
}
