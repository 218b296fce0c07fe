/** Milliseconds from the NTP era's start (1900-01-01) to the Unix epoch. */
const UNIX_IN_NTP_MS = 2_208_988_800_000
/** One NTP era: 2^32 seconds, in ms. */
const ERA_MS = 2 ** 32 * 1000
const PACKET_BYTES = 48
/** RFC 5905, MAXDISP: a server further than this from a reference clock knows nothing, in ms. */
const MAX_ROOT_DISTANCE_MS = 16_000

/** What a server answered, in ms; instants are since the Unix epoch. */
export interface NtpReply {
  readonly receivedAt: number
  readonly sentAt: number
  readonly stratum: number
  readonly rootDelayMs: number
  readonly rootDispersionMs: number
}

/** Why an answer is not used; `kiss` carries the code of a kiss-of-death (RFC 5905, section 7.4). */
export type NtpRefusal =
  | { readonly refused: 'short' | 'not_an_answer' | 'not_ours' | 'unsynchronised' | 'implausible' }
  | { readonly refused: 'kiss'; readonly code: string }

/**
 * A client's request, RFC 4330: everything zero but version, mode and the transmit timestamp. That one is random, so
 * that the request tells nobody our time, and only who has seen it can answer.
 * @param cookie eight random bytes
 */
export function ntpRequest(cookie: Uint8Array): Uint8Array {
  const packet = new Uint8Array(PACKET_BYTES)
  packet[0] = (4 << 3) | 3
  packet.set(cookie.subarray(0, 8), 40)
  return packet
}

/** A 64-bit NTP timestamp as ms since the Unix epoch, in the era nearest to an instant. */
function timestampAt(view: DataView, offset: number, near: number): number {
  const inEra = view.getUint32(offset) * 1000 + (view.getUint32(offset + 4) * 1000) / 2 ** 32 - UNIX_IN_NTP_MS
  return inEra + Math.round((near - inEra) / ERA_MS) * ERA_MS
}

/** A 32-bit NTP short (16.16 seconds) in ms. */
function shortAt(view: DataView, offset: number): number {
  return (view.getUint32(offset) * 1000) / 2 ** 16
}

function isSame(view: DataView, offset: number, cookie: Uint8Array): boolean {
  return cookie.subarray(0, 8).every((byte, index) => view.getUint8(offset + index) === byte)
}

/**
 * Reads an answer with the checks of RFC 4330 section 5 and RFC 5905.
 * @param cookie the request's transmit timestamp, which the answer must give back
 * @param near an instant within 68 years of the truth, ms since the epoch; settles the era
 */
export function readNtpReply(packet: Uint8Array, cookie: Uint8Array, near: number): NtpReply | NtpRefusal {
  if (packet.length < PACKET_BYTES) return { refused: 'short' }
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength)
  const leap = view.getUint8(0) >> 6
  const version = (view.getUint8(0) >> 3) & 7
  const mode = view.getUint8(0) & 7
  // Before anything else: what somebody else sends must not be able to pass for a bad answer.
  if (!isSame(view, 24, cookie)) return { refused: 'not_ours' }
  if (mode !== 4 || version < 3 || version > 4) return { refused: 'not_an_answer' }
  const stratum = view.getUint8(1)
  if (stratum === 0)
    return { refused: 'kiss', code: String.fromCharCode(...packet.subarray(12, 16)).replace(/[^A-Z]/g, '') }
  if (leap === 3 || stratum > 15) return { refused: 'unsynchronised' }
  const isUnset = view.getUint32(40) === 0 && view.getUint32(44) === 0
  const reply = {
    receivedAt: timestampAt(view, 32, near),
    sentAt: timestampAt(view, 40, near),
    stratum,
    rootDelayMs: shortAt(view, 4),
    rootDispersionMs: shortAt(view, 8),
  }
  const distance = reply.rootDelayMs / 2 + reply.rootDispersionMs
  const isPlausible = !isUnset && reply.sentAt >= reply.receivedAt && distance < MAX_ROOT_DISTANCE_MS
  return isPlausible ? reply : { refused: 'implausible' }
}
