import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a browser says that a page of somebody else's asks for this (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/).
 * Whoever types an address or follows a link may open a page; nobody else's page may load anything of ours into its own.
 * Browsers say it at addresses they take for safe, as this machine's own are; where it is not said, it is not known.
 */
export function isForeignFetch(method: string, headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = headers
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  return !(method === 'GET' && mode === 'navigate' && destination === 'document')
}
