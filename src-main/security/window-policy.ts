import type { Session, WebContents, WebPreferences } from 'electron'
import { log } from '../log.ts'
import { isConsoleUrl } from './console-origin.ts'

/** What the page's process may do: nothing of Node, nothing of other pages, only what the preload script hands it. */
export const sandboxedPage = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  webgl: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences

/** Whether a frame may go to an address: only within the console, and never in a frame of its own. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && isConsoleUrl(url)
}

/** Since Chromium 142 a page needs a permission to reach its own machine; the console's sockets go there. */
const loopback: ReadonlySet<string> = new Set(['loopback-network', 'local-network-access'])

/**
 * Whether a page may have a permission: no, none. The one exception is the way to this machine, where the network policy lets the
 * console reach the staff listener and nothing else.
 */
export function mayHavePermission(permission: string, requestingUrl: string | undefined): boolean {
  return loopback.has(permission) && requestingUrl !== undefined && isConsoleUrl(requestingUrl)
}

/** Whether something may be saved as a file: only what the console itself has made, such as a report; never an address. */
export function maySave(url: string): boolean {
  return url.startsWith('blob:') && isConsoleUrl(url.slice('blob:'.length))
}

/** Denies a session's pages every permission and every device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, permission, answer, details) => {
    const granted = mayHavePermission(permission, details.requestingUrl)
    if (!granted) log(`refused the permission "${permission}" to ${details.requestingUrl}`)
    answer(granted)
  })
  session.setPermissionCheckHandler((_page, permission, origin, details) =>
    mayHavePermission(permission, details.requestingUrl ?? origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('select-hid-device', refuseDevice)
  session.on('select-usb-device', refuseDevice)
  session.on('select-serial-port', (event, _ports, _page, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('will-download', (event, item) => {
    if (maySave(item.getURL())) return
    log(`refused a download of ${item.getURL()}`)
    event.preventDefault()
  })
}

function refuseDevice(event: { preventDefault(): void }, _details: unknown, choose: () => void): void {
  event.preventDefault()
  choose()
}

/** Keeps a page where it is: no way out by link, script, redirect, new window or embedded page. */
export function confinePage(page: WebContents): void {
  page.setWindowOpenHandler(({ url }) => {
    log(`refused to open a window for ${url}`)
    return { action: 'deny' }
  })
  page.on('will-frame-navigate', (event) => keepInside(event, event.url, event.isMainFrame))
  page.on('will-navigate', (event) => keepInside(event, event.url, event.isMainFrame))
  page.on('will-redirect', (event) => keepInside(event, event.url, event.isMainFrame))
  page.on('will-attach-webview', (event) => event.preventDefault())
  page.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

function keepInside(event: { preventDefault(): void }, url: string, isMainFrame: boolean): void {
  if (mayNavigate(url, isMainFrame)) return
  log(`refused to go to ${url}`)
  event.preventDefault()
}
