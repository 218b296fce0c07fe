/** A client's frame; masked with zeros, which RFC 6455 allows and which leaves the payload as it is. */
function masked(opcode: number, payload: string): Buffer {
  const bytes = Buffer.from(payload)
  if (bytes.length > 125) throw new RangeError('a payload of this bench is at most 125 bytes')
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | bytes.length, 0, 0, 0, 0]), bytes])
}

export const PONG = masked(10, '')
/** A farewell without a code. */
export const CLOSE = masked(8, '')

export function textFrame(payload: string): Buffer {
  return masked(1, payload)
}
