/** Where the console lives inside the desktop: a scheme and a host that exist nowhere else. */
export const appScheme = 'app'
export const consoleHost = 'console'
export const consoleOrigin = `${appScheme}://${consoleHost}`

/**
 * Whether an address is the console's own. Compared by its parts: `app:` is no special scheme to a URL parser, so that `origin` is `null`,
 * and a comparison of beginnings would let `app://console.evil` and `app://console@evil` pass.
 */
export function isConsoleUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === `${appScheme}:` && url.host === consoleHost && url.username === '' && url.password === ''
}
