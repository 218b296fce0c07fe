import type { InProcessRequest, InProcessResponse } from '../../src-server/index.ts'
import { consoleOrigin } from '../security/console-origin.ts'
import type { StaffCookieJar } from './staff-cookie-jar.ts'

/** What the page may say in headers. Whatever speaks of identity, `Cookie` above all, is said by the main process. */
const forwarded = ['accept', 'accept-language', 'authorization', 'content-type', 'idempotency-key'] as const

/** What an answer's header may say to the page; lengths and encodings belong to the way it came, cookies to the jar. */
const notPassedOn: ReadonlySet<string> = new Set(['set-cookie', 'content-length', 'transfer-encoding', 'connection'])

export interface ApiTarget {
  /** The staff listener's origin, such as `http://127.0.0.1:8001`. */
  readonly staffUrl: string
  handle(request: InProcessRequest): Promise<InProcessResponse>
}

/** Answers one API request of the page by the staff router, in process, as whoever is signed in at this window. */
export async function forwardToApi(request: Request, target: ApiTarget, jar: StaffCookieJar): Promise<Response> {
  const url = new URL(request.url)
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer())
  const answer = await target.handle({
    method: request.method,
    url: url.pathname + url.search,
    headers: requestHeaders(request.headers, target.staffUrl, jar),
    body,
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    const lines = typeof value === 'string' ? [value] : value
    if (name.toLowerCase() === 'set-cookie') jar.store(lines)
    if (notPassedOn.has(name.toLowerCase())) continue
    for (const line of lines) headers.append(name, line)
  }
  return new Response(mayHaveBody(answer.status) ? new Uint8Array(answer.body) : null, {
    status: answer.status,
    headers,
  })
}

function requestHeaders(from: Headers, staffUrl: string, jar: StaffCookieJar): Record<string, string> {
  const headers: Record<string, string> = { host: new URL(staffUrl).host, origin: consoleOrigin }
  for (const name of forwarded) {
    const value = from.get(name)
    if (value !== null) headers[name] = value
  }
  const cookie = jar.header()
  return cookie === undefined ? headers : { ...headers, cookie }
}

/** `Response` refuses a body with these, as HTTP does. */
function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304
}
