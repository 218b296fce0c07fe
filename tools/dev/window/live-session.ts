import { app, type Session, type WebRequest } from 'electron'
import { isLiveSocket, liveAddress, liveHeaders, type LiveConsole } from './live-console.ts'

/** Has the windows of the product show the page that Vite serves. To be called before the product makes a session. */
export function showLiveConsole(live: LiveConsole): void {
  app.on('session-created', (created) => {
    servePages(created, live)
    letSocketThrough(created.webRequest, live)
  })
}

/** The product answers each request; of what is no API, the page is Vite's and the headers stay the product's. */
function servePages({ protocol }: Session, live: LiveConsole): void {
  const handle = protocol.handle.bind(protocol)
  protocol.handle = (scheme, answerTo) => {
    handle(scheme, async (request) => {
      const answer = await answerTo(request)
      const address = liveAddress(request.url, live)
      if (address === undefined) return answer
      try {
        const page = await fetch(address, { headers: { accept: request.headers.get('accept') ?? '*/*' } })
        const headers = liveHeaders(answer.headers, page.headers.get('content-type'), live)
        return new Response(await page.arrayBuffer(), { status: page.status, headers })
      } catch (error) {
        return new Response(`npm run dev does not serve the page: ${String(error)}`, { status: 502 })
      }
    })
  }
}

/** The product's own rule hears of everything but Vite's socket. */
function letSocketThrough(webRequest: WebRequest, live: LiveConsole): void {
  const onBeforeRequest = webRequest.onBeforeRequest.bind(webRequest)
  type Rule = Exclude<Parameters<typeof webRequest.onBeforeRequest>[0], null>
  Object.assign(webRequest, {
    onBeforeRequest: (rule: Rule) =>
      onBeforeRequest((details, answer) => {
        if (isLiveSocket(details.url, live)) answer({ cancel: false })
        else rule(details, answer)
      }),
  })
}
