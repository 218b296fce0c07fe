/** Why the server closes a socket. Codes of 4000 and above are ours; the rest are RFC 6455's. */
export const closeCodes = {
  goingAway: { code: 1001, reason: 'server is stopping' },
  binary: { code: 1003, reason: 'send text, not binary' },
  unknownMessage: { code: 4400, reason: 'not a message of this socket' },
  revoked: { code: 4401, reason: 'signed out or unpaired' },
  tooSlow: { code: 4408, reason: 'reads too slowly' },
  tooMany: { code: 4429, reason: 'sends too much' },
} as const satisfies Record<string, { code: number; reason: string }>

export type CloseReason = keyof typeof closeCodes
