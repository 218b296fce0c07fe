import { shell, type WebContents } from 'electron'
import type { Autostart } from '../autostart/autostart.ts'
import { log } from '../log.ts'
import type { BridgeHandlers } from './bridge-calls.ts'

/** What the bridge's calls do on this machine. */
export function desktopHandlers(options: {
  readonly dataDir: string
  readonly autostart: Autostart
  readonly consolePage: () => WebContents | undefined
}): BridgeHandlers {
  const { dataDir, autostart, consolePage } = options
  return {
    openDataFolder: async () => {
      const failure = await shell.openPath(dataDir)
      if (failure !== '') throw new Error(failure)
      return undefined
    },
    printPage: () => printPage(consolePage()),
    autostartGet: async () => autostart.get(),
    autostartSet: async (on) => autostart.set(on),
  }
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
