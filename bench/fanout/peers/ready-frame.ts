/** A text frame of RFC 6455 as a server sends it: final, unmasked. @param text up to 65,535 bytes in UTF-8 */
export function readyFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const header = length < 126 ? Buffer.from([0x81, length]) : Buffer.from([0x81, 126, length >> 8, length & 0xff])
  return Buffer.concat([header, Buffer.from(text)])
}
