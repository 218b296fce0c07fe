import { parseJson } from '../../src-shared/protocol/parse.ts'
import { SyncReply } from '../../src-shared/protocol/time-socket.ts'
import type { TimeSocket } from '../../src-shared/time/time-link-parts.ts'
import type { FakeTimeServer } from '../../tests/unit/time/fake-time-server.ts'
import type { FakeWorld } from '../../tests/unit/time/fake-world.ts'

const TIMEOUT_MS = 10_000

/** Asks the same server over the same network as Kerbside does, for clients that bring no transport of their own. */
export class Asker {
  readonly #world: FakeWorld
  readonly #server: FakeTimeServer
  readonly #waiting = new Map<string, (serverMs: number) => void>()
  #socket: Promise<TimeSocket> | null = null

  constructor(world: FakeWorld, server: FakeTimeServer) {
    this.#world = world
    this.#server = server
  }

  /** The server's time as it stamped the answer; it fails after 10 s, or at once when there is nobody to ask. */
  async ask(nonce: string): Promise<number> {
    const socket = await this.#open()
    return new Promise((resolve, reject) => {
      const cancel = this.#world.timers.after(TIMEOUT_MS, () => {
        this.#waiting.delete(nonce)
        reject(new Error('no answer'))
      })
      this.#waiting.set(nonce, (serverMs) => {
        cancel()
        resolve(serverMs)
      })
      socket.send(JSON.stringify({ type: 'sync', nonce }))
    })
  }

  async #open(): Promise<TimeSocket> {
    this.#socket ??= new Promise((resolve, reject) => {
      const socket = this.#server.openSocket({
        opened: () => resolve(socket),
        received: (text) => this.#received(text),
        closed: () => {
          this.#socket = null
          reject(new Error('closed'))
        },
      })
    })
    return this.#socket
  }

  #received(text: string): void {
    const reply = parseJson(SyncReply, text)
    if (reply === undefined) return
    this.#waiting.get(reply.nonce)?.(reply.t3)
    this.#waiting.delete(reply.nonce)
  }
}
