import { createHash } from 'node:crypto'

/** How the store remembers a random token: its SHA-256, so that a stolen database opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
