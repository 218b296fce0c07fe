import { devPolicy } from '../page-policy.ts'

/** The console's page as Vite serves it. */
export interface LiveConsole {
  /** Such as `http://127.0.0.1:5173`. */
  readonly origin: string
  readonly nonce: string
}

const words = { origin: '--live-console=', nonce: '--live-nonce=' } as const

/** The words by which the window's program is told of the page. */
export function liveConsoleWords({ origin, nonce }: LiveConsole): readonly string[] {
  return [`${words.origin}${origin}`, `${words.nonce}${nonce}`]
}

/** @throws Error where they are missing: without them it would be the built console, and nobody would notice */
export function liveConsoleFrom(argv: readonly string[]): LiveConsole {
  const after = (word: string) => argv.find((one) => one.startsWith(word))?.slice(word.length)
  const [origin, nonce] = [after(words.origin), after(words.nonce)]
  if (!origin || !nonce) throw new Error('the window of npm run dev must be told where the page is')
  return { origin, nonce }
}

/** Where Vite has what the window asks for; undefined for the API, which is the server's own. */
export function liveAddress(url: string, { origin }: LiveConsole): string | undefined {
  const { pathname, search } = new URL(url)
  if (pathname.startsWith('/api/')) return undefined
  // Vite names everything from `/console/` on; the window's first address is `app://console/` itself.
  return `${origin}${pathname.startsWith('/console/') ? pathname : `/console${pathname}`}${search}`
}

/** Vite's own socket, which tells the page what was saved. */
function socketOf({ origin }: LiveConsole): string {
  return origin.replace(/^http/, 'ws')
}

/** Whether a request is for Vite's socket: the one that the window may make besides the product's own. */
export function isLiveSocket(url: string, live: LiveConsole): boolean {
  return url.startsWith(`${socketOf(live)}/console/`)
}

/** The product's headers of an answer, its policy with what a page needs that is put together while it is open. */
export function liveHeaders(product: Headers, contentType: string | null, live: LiveConsole): Headers {
  const headers = new Headers(product)
  headers.set(
    'content-security-policy',
    devPolicy(product.get('content-security-policy') ?? '', live.nonce, [socketOf(live)]),
  )
  if (contentType !== null) headers.set('content-type', contentType)
  return headers
}
