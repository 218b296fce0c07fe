import { Notification, shell, type WebContents } from 'electron'
import type { Autostart } from '../autostart/autostart.ts'
import type { UpdateDesk } from '../updates/update-desk.ts'
import { log } from '../log.ts'
import type { BridgeHandlers } from './bridge-calls.ts'

/** What the bridge's calls do on this machine. */
export function desktopHandlers(options: {
  readonly dataDir: string
  readonly autostart: Autostart
  readonly updates: UpdateDesk
  readonly consolePage: () => WebContents | undefined
  readonly showConsole: () => void
}): BridgeHandlers {
  const { dataDir, autostart, updates, consolePage, showConsole } = options
  return {
    openDataFolder: async () => {
      const failure = await shell.openPath(dataDir)
      if (failure !== '') throw new Error(failure)
      return undefined
    },
    printPage: () => printPage(consolePage()),
    notify: async (title, body) => notify(title, body, showConsole),
    autostartGet: async () => autostart.get(),
    autostartSet: async (on) => autostart.set(on),
    updatesGet: async () => updates.view(),
    updatesSet: (preferences) => updates.set(preferences),
    updatesCheck: () => updates.check(),
    updatesInstall: () => updates.install(),
    updatesRead: () => updates.read(),
  }
}

/** Where the system has no notifications, the page's own messages are all there is. */
function notify(title: string, body: string, onPressed: () => void): undefined {
  if (!Notification.isSupported()) return undefined
  const notification = new Notification({ title, body })
  notification.on('click', onPressed)
  notification.show()
  return undefined
}

/** Opens the system's print dialog; closing it without printing is no failure. */
function printPage(page: WebContents | undefined): Promise<undefined> {
  return new Promise((resolve, reject) => {
    page?.print({ printBackground: true }, (printed, reason) => {
      if (!printed) log(`not printed: ${reason}`)
      if (printed || /cancel/i.test(reason)) resolve(undefined)
      else reject(new Error(reason))
    })
  })
}
