/** Why the server closes a socket. Codes of 4000 and above are ours; the rest are RFC 6455's. */
export const closeCodes = {
  goingAway: { code: 1001, reason: 'server is stopping' },
  restarting: { code: 1012, reason: 'restarting: reconnect within 1000 ms' },
  binary: { code: 1003, reason: 'send text, not binary' },
  unknownMessage: { code: 4400, reason: 'not a message of this socket' },
  revoked: { code: 4401, reason: 'signed out or unpaired' },
  tooSlow: { code: 4408, reason: 'reads too slowly' },
  tooMany: { code: 4429, reason: 'sends too much' },
} as const satisfies Record<string, { code: number; reason: string }>

export type CloseReason = keyof typeof closeCodes

/** Whatever a server asks for, nobody waits longer than this, in ms; and not less, or all would be back at once. */
const LONGEST_MS = 30_000
const SHORTEST_MS = 250

/**
 * What a server that restarts asks of whoever it sends away: to be back at a moment of their own choice within so many
 * milliseconds. Others than it can answer by then, so nobody need be told of it.
 * @returns undefined where a socket ended in any other way
 */
export function reconnectWithinMs(code: number, reason: string): number | undefined {
  if (code !== closeCodes.restarting.code) return undefined
  const asked = Number(/ (\d{1,6}) ms$/.exec(reason)?.[1] ?? 1000)
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, asked))
}
