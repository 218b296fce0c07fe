/** The cookie of a staff session, by the server's name for it. */
const cookieName = 'kerbside_staff'

/** Holds the window's staff session, in memory only: whoever starts Kerbside again signs in again. */
export interface StaffCookieJar {
  /** Takes in the `Set-Cookie` lines of an answer; others' cookies are let fall. */
  store(setCookieLines: readonly string[]): void
  /** The `Cookie` header for the staff listener, or undefined when nobody is signed in. */
  header(): string | undefined
}

export function createStaffCookieJar(): StaffCookieJar {
  let value: string | undefined
  return {
    store(lines) {
      for (const line of lines) {
        const cookie = readSetCookie(line)
        if (cookie?.name === cookieName) value = cookie.value
      }
    },
    header: () => (value === undefined ? undefined : `${cookieName}=${value}`),
  }
}

/**
 * Reads one `Set-Cookie` line. A value that the line takes back (empty, or already expired when it was written) is undefined.
 * Lifetimes are not counted here: the server ends its sessions by its own clock.
 */
export function readSetCookie(line: string): { name: string; value: string | undefined } | undefined {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const equals = pair.indexOf('=')
  if (equals < 1) return undefined
  const value = pair.slice(equals + 1)
  const takenBack = value === '' || attributes.some(isPast)
  return { name: pair.slice(0, equals), value: takenBack ? undefined : value }
}

function isPast(attribute: string): boolean {
  return /^max-age\s*=\s*(0|-\d+)$/i.test(attribute) || /^expires\s*=.*\b19[67]\d\b/i.test(attribute)
}
