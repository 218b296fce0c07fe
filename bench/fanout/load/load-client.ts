import { connect, type Socket } from 'node:net'
import { CLOSE, PONG, textFrame } from './client-frame.ts'
import { FrameReader, type FrameListener } from './frame-reader.ts'
import type { Target } from './orders.ts'
import { sourceAddress } from './source-address.ts'

/** Frames of text longer than this, in bytes, are ticks; replies and socket.io's own talk are shorter. */
const SHORTEST_TICK = 126
/** What everybody reads into: a frame is looked at and forgotten before the next is read. */
const shared = Buffer.alloc(64 * 1024)
const SOCKET_IO = { hello: textFrame('40'), pong: textFrame('3') }

export interface ClientListener {
  onTick(client: LoadClient): void
  onReply(client: LoadClient): void
  /** The connection ended, whoever ended it; also one that never came about. */
  onEnd(client: LoadClient): void
}

/** One connection. It reads as little as it can: what the generator spends is taken from what it measures. */
export class LoadClient implements FrameListener {
  /** The client's place in whatever its listener counts by. */
  readonly index: number
  readonly #target: Target
  readonly #listener: ClientListener
  readonly #socket: Socket
  readonly #frames = new FrameReader()
  #handshake: string | undefined = ''

  constructor(target: Target, index: number, listener: ClientListener) {
    this.index = index
    this.#target = target
    this.#listener = listener
    this.#socket = connect({
      host: '127.0.0.1',
      port: target.port,
      localAddress: sourceAddress(index),
      noDelay: true,
      onread: { buffer: shared, callback: (length) => this.#read(length) },
    })
    this.#socket.on('connect', () => this.#greet())
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => listener.onEnd(this))
  }

  send(text: string): void {
    this.#socket.write(textFrame(text))
  }

  stopReading(): void {
    this.#socket.pause()
  }

  /** Leaves with a farewell, as a page does that is closed. */
  close(): void {
    this.#socket.end(CLOSE)
  }

  /** Leaves without one, as a tablet does that is switched off. */
  vanish(): void {
    this.#socket.resetAndDestroy()
  }

  onFrame(opcode: number, length: number, bytes: Buffer, start: number): void {
    if (opcode === 1) this.#onText(length, bytes, start)
    else if (opcode === 9) this.#socket.write(PONG)
  }

  #greet(): void {
    const { path, port } = this.#target
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    )
  }

  #read(length: number): boolean {
    if (this.#handshake === undefined) this.#frames.read(shared, length, this)
    else this.#readHandshake(this.#handshake + shared.toString('latin1', 0, length))
    return true
  }

  #readHandshake(text: string): void {
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) {
      this.#handshake = text
      return
    }
    this.#handshake = undefined
    if (!text.startsWith('HTTP/1.1 101')) return this.vanish()
    const rest = Buffer.from(text.slice(end + 4), 'latin1')
    if (rest.length > 0) this.#frames.read(rest, rest.length, this)
  }

  #onText(length: number, bytes: Buffer, start: number): void {
    if (length >= SHORTEST_TICK) return this.#listener.onTick(this)
    if (this.#target.dialect === 'websocket') return this.#listener.onReply(this)
    // socket.io: `0…` opens and wants a greeting, `2` is a ping.
    if (bytes[start] === 0x30) this.#socket.write(SOCKET_IO.hello)
    else if (bytes[start] === 0x32) this.#socket.write(SOCKET_IO.pong)
  }
}
