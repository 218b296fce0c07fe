import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { log } from '../log.ts'
import { appScheme, isConsoleUrl } from '../security/console-origin.ts'
import { responseHeaders } from '../security/response-headers.ts'
import { type ApiTarget, forwardToApi } from './api-forward.ts'
import { pageFile } from './page-files.ts'
import type { StaffCookieJar } from './staff-cookie-jar.ts'

/** Tells Chromium what `app:` is. Only possible before the application is ready. */
export function registerAppScheme(): void {
  // `secure` and `standard` give it an origin; nothing here lets it past a policy or install a worker.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }])
}

/**
 * Serves `app://console/`: the built console's files, and `/api/` by the server in this process.
 * @param pageFolder where the built console lies
 */
export function serveConsole(session: Session, pageFolder: string, server: ApiTarget, jar: StaffCookieJar): void {
  const common = responseHeaders(server.staffUrl)
  session.protocol.handle(appScheme, async (request) => {
    const answer = await answerTo(request, pageFolder, server, jar)
    for (const [name, value] of Object.entries(common)) answer.headers.set(name, value)
    return answer
  })
}

async function answerTo(
  request: Request,
  pageFolder: string,
  server: ApiTarget,
  jar: StaffCookieJar,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!isConsoleUrl(request.url)) return notFound()
  try {
    if (pathname.startsWith('/api/')) return await forwardToApi(request, server, jar)
    return request.method === 'GET' || request.method === 'HEAD' ? await sendFile(pageFolder, pathname) : notFound()
  } catch (error) {
    log(`${request.method} ${pathname} failed: ${error instanceof Error ? error.stack : String(error)}`)
    return new Response('internal error', { status: 500, headers: { 'content-type': 'text/plain' } })
  }
}

async function sendFile(pageFolder: string, pathname: string): Promise<Response> {
  const file = pageFile(pageFolder, pathname)
  if (file === undefined) return notFound()
  try {
    return new Response(new Uint8Array(await readFile(file.path)), { headers: { 'content-type': file.contentType } })
  } catch {
    return notFound()
  }
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: { 'content-type': 'text/plain' } })
}
