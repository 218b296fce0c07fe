import { contextBridge, ipcRenderer } from 'electron'
import { bridgeChannels, bridgeFacts, bridgeName, updatesChanged } from '../../src-shared/desktop/bridge-channels.ts'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'
import type { PrintAnswer, Printer } from '../../src-shared/desktop/printing.ts'
import type { InstallAnswer, UpdateView } from '../../src-shared/desktop/updates.ts'

/** A fact that the main process put into this process's arguments. */
function fact(prefix: string): string {
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? ''
}

const bridge = {
  staffUrl: fact(bridgeFacts.staffUrl),
  publicUrl: fact(bridgeFacts.publicUrl),
  version: fact(bridgeFacts.version),
  openDataFolder: () => ipcRenderer.invoke(bridgeChannels.openDataFolder) as Promise<void>,
  openWindow: (screen) => ipcRenderer.invoke(bridgeChannels.openWindow, screen) as Promise<void>,
  printPage: () => ipcRenderer.invoke(bridgeChannels.printPage) as Promise<void>,
  printing: {
    printers: () => ipcRenderer.invoke(bridgeChannels.printersGet) as Promise<readonly Printer[]>,
    print: (order) => ipcRenderer.invoke(bridgeChannels.printTo, order) as Promise<PrintAnswer>,
  },
  showBadge: (count) => ipcRenderer.invoke(bridgeChannels.showBadge, count) as Promise<void>,
  notify: (title, body) => ipcRenderer.invoke(bridgeChannels.notify, title, body) as Promise<void>,
  autostart: {
    get: () => ipcRenderer.invoke(bridgeChannels.autostartGet) as Promise<boolean>,
    set: (on) => ipcRenderer.invoke(bridgeChannels.autostartSet, on) as Promise<boolean>,
  },
  updates: {
    get: () => ipcRenderer.invoke(bridgeChannels.updatesGet) as Promise<UpdateView>,
    set: (preferences) => ipcRenderer.invoke(bridgeChannels.updatesSet, preferences) as Promise<UpdateView>,
    check: () => ipcRenderer.invoke(bridgeChannels.updatesCheck) as Promise<UpdateView>,
    install: () => ipcRenderer.invoke(bridgeChannels.updatesInstall) as Promise<InstallAnswer>,
    read: () => ipcRenderer.invoke(bridgeChannels.updatesRead) as Promise<UpdateView>,
    follow: (listener) => {
      // The page gets what was said, and never the event, by which it would reach the main process.
      const hear = (_event: unknown, view: UpdateView) => listener(view)
      ipcRenderer.on(updatesChanged, hear)
      return () => void ipcRenderer.removeListener(updatesChanged, hear)
    },
  },
} satisfies DesktopBridge

contextBridge.exposeInMainWorld(bridgeName, bridge)
