/**
 * What the staff console may load and talk to, wherever it is served from: everything its own, and nothing else.
 * `default-src 'none'` closes whatever is not named, now and when browsers invent more.
 * Trusted types with no policy turn every assignment of text to HTML or script into an error.
 */
const directives: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:', 'data:'],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
}

/** The kiosk's one rule by which text becomes the address of a script: that of its worker (`kiosk/tablet`). */
const kioskRule = 'offline-worker'

/**
 * The policy as a header's value.
 * @param connectSources where the page may open connections besides its own origin, such as `ws://127.0.0.1:8001`
 */
export function contentSecurityPolicy(connectSources: readonly string[] = []): string {
  return written({ ...directives, 'connect-src': [...(directives['connect-src'] ?? []), ...connectSources] })
}

/** The policy of the kiosk's page. */
export function kioskSecurityPolicy(): string {
  return written({ ...directives, 'trusted-types': [kioskRule] })
}

function written(policy: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(policy)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}
