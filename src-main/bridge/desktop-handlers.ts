import { BrowserWindow, Notification, shell, type WebContents } from 'electron'
import type { Autostart } from '../autostart/autostart.ts'
import type { UpdateDesk } from '../updates/update-desk.ts'
import type { WindowKeeper } from '../window/window-keeper.ts'
import { printByDialog, printTo } from '../printing/print-page.ts'
import { printersOf } from '../printing/printers.ts'
import type { BridgeHandlers } from './bridge-calls.ts'

/** What the bridge's calls do on this machine. */
export function desktopHandlers(options: {
  readonly dataDir: string
  readonly autostart: Autostart
  readonly updates: UpdateDesk
  readonly keeper: Pick<WindowKeeper, 'show' | 'showAlone'>
  /** Shows how many things need somebody. */
  readonly badge: (count: number) => void
  /** Whose calls these are. */
  readonly page: WebContents
}): BridgeHandlers {
  const { dataDir, autostart, updates, keeper, badge, page } = options
  return {
    openDataFolder: async () => {
      const failure = await shell.openPath(dataDir)
      if (failure !== '') throw new Error(failure)
      return undefined
    },
    openWindow: async (screen) => {
      keeper.showAlone(screen)
      return undefined
    },
    printPage: () => printByDialog(page),
    printersGet: () => printersOf(page),
    printTo: (order) => printTo(page, order),
    showBadge: async (count) => {
      badge(count)
      return undefined
    },
    notify: async (title, body) => notify(title, body, keeper.show),
    autostartGet: async () => autostart.get(),
    autostartSet: async (on) => autostart.set(on),
    updatesGet: async () => updates.view(),
    updatesSet: (preferences) => updates.set(preferences),
    updatesCheck: () => updates.check(),
    updatesInstall: () => updates.install(),
    updatesRead: () => updates.read(),
  }
}

/** Where the system has no notifications, or one of the windows is being looked at, the page's own messages are all there is. */
function notify(title: string, body: string, onPressed: () => void): undefined {
  if (!Notification.isSupported() || BrowserWindow.getFocusedWindow() !== null) return undefined
  const notification = new Notification({ title, body })
  notification.on('click', onPressed)
  notification.show()
  return undefined
}
