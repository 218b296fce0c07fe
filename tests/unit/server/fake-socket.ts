import { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** The server's end of a socket, with a queue that a test fills: nothing drains unless `drain` is called. */
export class FakeSocket extends EventEmitter {
  readonly sent: unknown[] = []
  /** What was written past the socket, as it was handed over. */
  readonly written: Buffer[] = []
  readonly closed: { readonly code: number; readonly reason: string }[] = []
  terminated = false
  pings = 0
  /** Whether what is sent stays in the queue, as with a peer that reads nothing. */
  stalled = false
  bufferedAmount = 0
  readonly OPEN = 1
  readyState = 1
  /** Whether the stream beneath has been ended, as after a peer's farewell. */
  ended = false

  send(frame: Buffer | string): void {
    this.sent.push(frame)
    if (this.stalled) this.bufferedAmount += Buffer.byteLength(frame)
  }

  /** What is written to the stream beneath: whole frames, as a server sends them. */
  write(frames: Buffer): void {
    this.written.push(frames)
    let at = 0
    while (at < frames.length) {
      const opcode = frames.readUInt8(at) & 0x0f
      const long = frames.readUInt8(at + 1) === 126
      const start = at + (long ? 4 : 2)
      at = start + (long ? frames.readUInt16BE(at + 2) : frames.readUInt8(at + 1))
      if (opcode === 9) this.ping()
      else this.send(frames.subarray(start, at))
    }
  }

  get writable(): boolean {
    return !this.ended
  }

  get writableLength(): number {
    return this.bufferedAmount
  }

  ping(): void {
    this.pings += 1
  }

  close(code: number, reason: string): void {
    this.closed.push({ code, reason })
    this.readyState = 2
  }

  terminate(): void {
    this.terminated = true
    this.emit('close')
  }

  /** What was sent, read as JSON. */
  get messages(): Readonly<Record<string, unknown>>[] {
    return this.sent.map((frame) => JSON.parse(String(frame)) as Record<string, unknown>)
  }

  say(message: unknown): void {
    this.emit('message', Buffer.from(JSON.stringify(message)), false)
  }

  get asStream(): Duplex {
    return this as unknown as Duplex
  }

  /** The hubs need no more of a socket than this. */
  get asWebSocket(): WebSocket {
    return this as unknown as WebSocket
  }
}
