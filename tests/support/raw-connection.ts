import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A connection whose bytes are all a test's own, and which never closes its side by itself. */
export class RawConnection {
  readonly socket: Socket
  /** When the server has closed its side, or the connection is gone. */
  readonly ended: Promise<void>
  readonly #chunks: Buffer[] = []
  #failed = false

  constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk) => this.#chunks.push(chunk))
    socket.on('error', () => (this.#failed = true))
    this.ended = new Promise((resolve) => {
      socket.once('end', () => resolve())
      socket.once('close', () => resolve())
    })
  }

  /** What the server has said. */
  get heard(): string {
    return Buffer.concat(this.#chunks).toString('latin1')
  }

  /**
   * Whether the server has let go of the connection, and not only closed its own side of it: then the machine itself
   * refuses the first byte that still comes, and the second one cannot be sent.
   */
  async isGone(): Promise<boolean> {
    for (const byte of 'xy') {
      await pause(50)
      this.socket.write(byte)
    }
    for (let look = 0; look < 25 && !this.#failed; look += 1) await pause(20)
    this.socket.destroy()
    return this.#failed
  }
}

/** @param base a listener's address, `http://…` */
export function openRaw(base: string, localAddress?: string): Promise<RawConnection> {
  const { port, hostname } = new URL(base)
  return new Promise((resolve, reject) => {
    const socket = connect({
      port: Number(port),
      host: hostname,
      allowHalfOpen: true,
      ...(localAddress === undefined ? {} : { localAddress }),
    })
    const connection = new RawConnection(socket)
    socket.once('connect', () => resolve(connection))
    socket.once('error', reject)
  })
}
