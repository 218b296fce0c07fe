/** What the fragment of an address asks for: to follow a booking, to look at a receipt, or what nobody knows. */
export type StatusLink =
  | { readonly kind: 'booking'; readonly id: string; readonly token: string }
  | { readonly kind: 'receipt'; readonly code: string }
  | { readonly kind: 'unknown' }

/**
 * The address at which a customer follows a booking on their own phone. The token stands in the fragment, which no
 * browser sends to a server or tells another page.
 * @param page where the kiosk's page lives, as that phone reaches it: the server knows, this page may be at `localhost`
 * @param language what the customer has chosen to read; undefined where they have chosen nothing, and their phone decides
 */
export function followLink(page: string, id: string, token: string, language?: string): string {
  const query = language === undefined ? '' : `?lang=${language}`
  return `${page}${query}#/booking/${encodeURIComponent(id)}/${encodeURIComponent(token)}`
}

/** Reads the fragment of an address; undefined when it is the kiosk's own page that is asked for. */
export function readStatusLink(fragment: string): StatusLink | undefined {
  const [, booking, token] = /^#\/booking\/([\w-]{1,64})\/([^/?#\s]{1,256})$/.exec(fragment) ?? []
  if (booking !== undefined && token !== undefined) return { kind: 'booking', id: booking, token: decoded(token) }
  const code = /^#\/receipt\/([^/?#\s]{1,128})$/.exec(fragment)?.[1]
  if (code !== undefined) return { kind: 'receipt', code: decoded(code) }
  return fragment.startsWith('#/') ? { kind: 'unknown' } : undefined
}

/** What cannot be decoded stays as it is, and the server will not know it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
