export interface FrameListener {
  /** @param opcode RFC 6455's @param length of the payload @param start of the payload in `bytes`; part of it may be missing */
  onFrame(opcode: number, length: number, bytes: Buffer, start: number): void
}

/** Finds the frames in what a server sends, looking at little more than their headers. */
export class FrameReader {
  /** Bytes of the frame under way that are still to come. */
  #rest = 0
  /** The beginning of a header that was cut. */
  #cut: Buffer | undefined

  read(chunk: Buffer, end: number, listener: FrameListener): void {
    let bytes = chunk
    let length = end
    if (this.#cut !== undefined) {
      bytes = Buffer.concat([this.#cut, chunk.subarray(0, end)])
      length = bytes.length
      this.#cut = undefined
    }
    let at = Math.min(this.#rest, length)
    this.#rest -= at
    while (at < length) {
      const header = (bytes[at + 1] ?? 0) === 126 ? 4 : 2
      if (length - at < header) {
        this.#cut = Buffer.from(bytes.subarray(at, length))
        return
      }
      const size = header === 4 ? bytes.readUInt16BE(at + 2) : (bytes[at + 1] ?? 0)
      listener.onFrame((bytes[at] ?? 0) & 0x0f, size, bytes, at + header)
      const next = Math.min(length, at + header + size)
      this.#rest = at + header + size - next
      at = next
    }
  }
}
