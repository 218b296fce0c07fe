import type { DesktopBridge } from '../src-shared/desktop/desktop-bridge.ts'

declare global {
  interface Window {
    /** Put there by the desktop's preload script; absent in a plain browser. */
    readonly kerbside?: DesktopBridge
  }
}

/** The desktop around this page, if there is one. */
export const desktop: DesktopBridge | undefined = window.kerbside

/** Where the server's sockets are, without a slash at the end: on the desktop the page's own origin is no server. */
export function socketBase(origin: string = desktop?.staffUrl ?? location.origin): string {
  return origin.replace(/^http/, 'ws').replace(/\/$/, '')
}
