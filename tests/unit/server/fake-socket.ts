import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'

/** The server's end of a socket, with a queue that a test fills: nothing drains unless `drain` is called. */
export class FakeSocket extends EventEmitter {
  readonly sent: unknown[] = []
  readonly closed: { readonly code: number; readonly reason: string }[] = []
  terminated = false
  pings = 0
  /** Whether what is sent stays in the queue, as with a peer that reads nothing. */
  stalled = false
  bufferedAmount = 0

  send(frame: Buffer | string): void {
    this.sent.push(frame)
    if (this.stalled) this.bufferedAmount += Buffer.byteLength(frame)
  }

  ping(): void {
    this.pings += 1
  }

  close(code: number, reason: string): void {
    this.closed.push({ code, reason })
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

  /** The hubs need no more of a socket than this. */
  get asWebSocket(): WebSocket {
    return this as unknown as WebSocket
  }
}
