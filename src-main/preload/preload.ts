import { contextBridge, ipcRenderer } from 'electron'
import { bridgeChannels, bridgeFacts, bridgeName } from '../../src-shared/desktop/bridge-channels.ts'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'

/** A fact that the main process put into this process's arguments. */
function fact(prefix: string): string {
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? ''
}

const bridge = {
  staffUrl: fact(bridgeFacts.staffUrl),
  publicUrl: fact(bridgeFacts.publicUrl),
  version: fact(bridgeFacts.version),
  openDataFolder: () => ipcRenderer.invoke(bridgeChannels.openDataFolder) as Promise<void>,
  printPage: () => ipcRenderer.invoke(bridgeChannels.printPage) as Promise<void>,
  notify: (title, body) => ipcRenderer.invoke(bridgeChannels.notify, title, body) as Promise<void>,
  autostart: {
    get: () => ipcRenderer.invoke(bridgeChannels.autostartGet) as Promise<boolean>,
    set: (on) => ipcRenderer.invoke(bridgeChannels.autostartSet, on) as Promise<boolean>,
  },
} satisfies DesktopBridge

contextBridge.exposeInMainWorld(bridgeName, bridge)
