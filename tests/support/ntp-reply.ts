const UNIX_IN_NTP_MS = 2_208_988_800_000

export interface ReplyFields {
  readonly leap?: number
  readonly version?: number
  readonly mode?: number
  readonly stratum?: number
  readonly rootDelayMs?: number
  readonly rootDispersionMs?: number
  /** The reference id, of which a kiss-of-death makes its code. */
  readonly reference?: string
  /** The request's transmit timestamp. */
  readonly cookie: Uint8Array
  /** When the request came and the answer left, ms since the Unix epoch; null leaves the field zero. */
  readonly receivedAt: number | null
  readonly sentAt: number | null
}

function writeTimestamp(view: DataView, offset: number, ms: number | null): void {
  if (ms === null) return
  const inNtp = ms + UNIX_IN_NTP_MS
  const seconds = Math.floor(inNtp / 1000)
  // The era is not written down: seconds are counted modulo 2^32.
  view.setUint32(offset, ((seconds % 2 ** 32) + 2 ** 32) % 2 ** 32)
  view.setUint32(offset + 4, Math.floor(((inNtp - seconds * 1000) / 1000) * 2 ** 32))
}

/** An NTP server's answer, RFC 5905 figure 8; a good one of stratum 2 unless something else is asked for. */
export function ntpReply(fields: ReplyFields): Uint8Array {
  const packet = new Uint8Array(48)
  const view = new DataView(packet.buffer)
  const { leap = 0, version = 4, mode = 4, stratum = 2, rootDelayMs = 2, rootDispersionMs = 3 } = fields
  view.setUint8(0, (leap << 6) | (version << 3) | mode)
  view.setUint8(1, stratum)
  view.setUint32(4, Math.round((rootDelayMs * 2 ** 16) / 1000))
  view.setUint32(8, Math.round((rootDispersionMs * 2 ** 16) / 1000))
  packet.set(new TextEncoder().encode(fields.reference ?? 'TEST').subarray(0, 4), 12)
  packet.set(fields.cookie.subarray(0, 8), 24)
  writeTimestamp(view, 32, fields.receivedAt)
  writeTimestamp(view, 40, fields.sentAt)
  return packet
}
