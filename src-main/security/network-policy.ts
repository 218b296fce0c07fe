import type { OnBeforeRequestListenerDetails, OnBeforeSendHeadersListenerDetails, Session, WebContents } from 'electron'
import { log } from '../log.ts'
import type { StaffCookieJar } from '../protocol/staff-cookie-jar.ts'
import { isConsoleUrl } from './console-origin.ts'

/** A request as far as the policy looks at it. */
export interface OutgoingRequest {
  readonly url: string
  readonly resourceType: string
}

export interface NetworkRules {
  /** The staff listener's origin, such as `http://127.0.0.1:8001`. */
  readonly staffUrl: string
  /** Whether Chromium's developer tools may load themselves: never in a packaged application. */
  readonly devtools: boolean
}

/** Whether a request is a socket to the embedded server's own staff listener, and to a socket route of it. */
export function isStaffSocket(request: OutgoingRequest, staffUrl: string): boolean {
  if (request.resourceType !== 'webSocket' || !URL.canParse(request.url)) return false
  const url = new URL(request.url)
  const staff = new URL(staffUrl)
  return url.protocol === 'ws:' && url.host === staff.host && url.username === '' && url.pathname.startsWith('/ws/')
}

/** Whether the window may make a request: to its own scheme, to the staff listener's sockets, and to nothing else on any network. */
export function mayRequest(request: OutgoingRequest, rules: NetworkRules): boolean {
  if (isConsoleUrl(request.url) || isStaffSocket(request, rules.staffUrl)) return true
  // In-page data that never leaves the process; whether the page may use it is the content security policy's matter.
  if (/^(blob:app:\/\/console\/|data:)/.test(request.url)) return true
  return rules.devtools && request.url.startsWith('devtools://')
}

/**
 * Applies the rules to a session, and signs the console's sockets in: a custom scheme has no cookie store, so that the session cookie
 * is kept in the main process and added to the upgrade here, where the page cannot see it.
 */
export function guardNetwork(
  session: Session,
  rules: NetworkRules,
  jar: StaffCookieJar,
  consolePages: () => readonly WebContents[],
): void {
  session.webRequest.onBeforeRequest((details: OnBeforeRequestListenerDetails, answer) => {
    const allowed = mayRequest(details, rules)
    if (!allowed) log(`refused a request to ${details.url}`)
    answer({ cancel: !allowed })
  })
  session.webRequest.onBeforeSendHeaders((details: OnBeforeSendHeadersListenerDetails, answer) => {
    const requestHeaders = withoutCookie(details.requestHeaders)
    const ours = consolePages().some(({ id }) => id === details.webContentsId) && isStaffSocket(details, rules.staffUrl)
    const cookie = ours ? jar.header() : undefined
    answer({ requestHeaders: cookie === undefined ? requestHeaders : { ...requestHeaders, Cookie: cookie } })
  })
}

function withoutCookie(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'cookie'))
}
