/**
 * The product's content security policy with what a page needs that is put together while it is open: its own nonce for
 * the style sheets and the one script that Vite writes into it, and a connection to Vite. Everything else stays, so that
 * what would be refused in a build is refused while it is written.
 * @param policy as the product sends it
 * @param sources where Vite's own socket is, unless it is the page's origin
 */
export function devPolicy(policy: string, nonce: string, sources: readonly string[] = []): string {
  const more: Readonly<Record<string, readonly string[]>> = {
    'script-src': [`'nonce-${nonce}'`],
    'style-src': [`'nonce-${nonce}'`],
    'connect-src': sources,
  }
  return policy
    .split('; ')
    .map((directive) => [directive, ...(more[directive.split(' ', 1)[0] ?? ''] ?? [])].join(' '))
    .join('; ')
}

/**
 * The `Origin` that the server is told. A page of ours is, for the server, one that it has served itself; of everybody
 * else's it hears as of any other.
 * @param own the origins of the development page
 * @param target the listener behind it
 */
export function toldOrigin(origin: string | undefined, own: readonly string[], target: string): string | undefined {
  return origin !== undefined && own.includes(origin) ? target : origin
}
