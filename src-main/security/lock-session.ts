import type { ApiTarget } from '../protocol/api-forward.ts'
import type { StaffCookieJar } from '../protocol/staff-cookie-jar.ts'
import { consoleOrigin } from './console-origin.ts'

/**
 * Locks the session of whoever is signed in at this window, on the server, whatever the page is doing: its sockets are
 * closed, by which it notices.
 */
export async function lockSession(target: ApiTarget, jar: StaffCookieJar): Promise<void> {
  const cookie = jar.header()
  if (cookie === undefined) return
  const headers = { host: new URL(target.staffUrl).host, origin: consoleOrigin, cookie }
  await target.handle({ method: 'POST', url: '/api/v1/session/lock', headers, body: undefined })
}
