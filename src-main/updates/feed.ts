import * as v from 'valibot'

/** The setting that says where updates come from; it is the desktop's own, the server has none. */
export const feedSetting = 'KERBSIDE_UPDATE_URL'

/** Where updates come from. */
export type Feed =
  | { readonly is: 'feed'; readonly url: string }
  | { readonly is: 'none' }
  /** Something was said that is no address to take updates from. */
  | { readonly is: 'refused'; readonly why: string }

/** What the package's own `package.json` says; `npm run package` writes it there. */
export const PackagedFeed = v.pipe(v.string(), v.parseJson(), v.object({ updateUrl: v.optional(v.string()) }))

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * @param said what the setting says; `off`, or nothing in it, switches off what the package has
 * @param packaged the address that the package was made with
 */
export function feedOf(said: string | undefined, packaged: string | undefined): Feed {
  const text = said ?? packaged ?? ''
  if (text === '' || text === 'off') return { is: 'none' }
  if (!URL.canParse(text)) return { is: 'refused', why: `"${text}" is no address` }
  const url = new URL(text)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))
  if (!isSafe) return { is: 'refused', why: 'updates are taken by https only' }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return { is: 'refused', why: 'it takes scheme, host and path, and no more' }
  }
  // What lies there is found beside it, as a folder's content.
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return { is: 'feed', url: url.href }
}

/** Whether the updater may make a request: below its feed, and nowhere else on any network. */
export function mayFetch(request: string, feedUrl: string): boolean {
  if (!URL.canParse(request)) return false
  const url = new URL(request)
  const feed = new URL(feedUrl)
  return url.origin === feed.origin && url.username === '' && url.pathname.startsWith(feed.pathname)
}
