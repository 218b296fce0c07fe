import { createHash } from 'node:crypto'

/** Names what somebody saw by its contents: 16 characters that change with anything in it. */
export function versionOf(seen: unknown): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 16)
}
