/**
 * Messages as RFC 6455 (5.2) has a server send them: final, unmasked. What goes to many is framed once and written to the
 * stream beneath each socket. `ws` writes whole frames at once itself (nothing is compressed), so they never mix.
 */

/** Payloads up to this length, in bytes, have it in the header's second byte; up to 65,535 in two more. */
const SHORT = 125
const MEDIUM = 126
const FINAL_TEXT = 0x81

/** @param text less than 64 KiB in UTF-8 @throws RangeError when it is longer */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  if (length > 0xffff) throw new RangeError(`a message of ${length} bytes`)
  const header = length <= SHORT ? 2 : 4
  const frame = Buffer.allocUnsafeSlow(header + length)
  frame[0] = FINAL_TEXT
  if (header === 2) frame[1] = length
  else {
    frame[1] = MEDIUM
    frame.writeUInt16BE(length, 2)
  }
  frame.write(text, header)
  return frame
}

/** Asks a peer for a sign of life. */
export const pingFrame = Buffer.from([0x89, 0])
