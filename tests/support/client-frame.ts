interface FrameOptions {
  readonly opcode: number
  readonly final?: boolean
  readonly masked?: boolean
  /** The three reserved bits, 0 to 7. */
  readonly reserved?: number
  /** The length that the header claims; what the payload has, unless said. */
  readonly claimed?: number
  /** How many bytes the header takes for the length, as short as it can be unless said. */
  readonly lengthBytes?: 1 | 2 | 8
}

const MASK = Buffer.from([0x37, 0xfa, 0x21, 0x3d])

/** A frame as a client sends it (RFC 6455, 5.2), or as none should. */
export function clientFrame(payload: Uint8Array | string, options: FrameOptions): Buffer {
  const { opcode, final = true, masked = true, reserved = 0 } = options
  const bytes = Buffer.from(payload)
  const claimed = options.claimed ?? bytes.length
  const lengthBytes = options.lengthBytes ?? (claimed < 126 ? 1 : claimed < 65_536 ? 2 : 8)
  const header = Buffer.alloc(lengthBytes === 1 ? 2 : 2 + lengthBytes)
  header[0] = (final ? 0x80 : 0) | (reserved << 4) | opcode
  header[1] = (masked ? 0x80 : 0) | (lengthBytes === 1 ? claimed & 0x7f : lengthBytes === 2 ? 126 : 127)
  if (lengthBytes === 2) header.writeUInt16BE(claimed & 0xffff, 2)
  if (lengthBytes === 8) header.writeBigUInt64BE(BigInt(claimed), 2)
  if (!masked) return Buffer.concat([header, bytes])
  return Buffer.concat([header, MASK, bytes.map((byte, index) => byte ^ (MASK[index % 4] ?? 0))])
}

export const CONTINUATION = 0
export const TEXT = 1
export const PING = 9
export const PONG = 10
