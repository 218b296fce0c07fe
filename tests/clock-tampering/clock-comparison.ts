import { openSocket, type Message, type TestSocket } from '../support/test-socket.ts'

/** The machine's monotonic clock, in ms: the server's process and this one read the very same. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** How far the server's business time is ahead of the monotonic clock: surely within lo and hi, in ms. */
export interface Bounds {
  readonly lo: number
  readonly hi: number
}

const EXCHANGES = 12

/** Compares business time with the monotonic clock by exchanges over the time socket. */
export class ClockComparison {
  readonly #socket: TestSocket
  readonly #waiting = new Map<string, (reply: Message, at: number) => void>()
  #nonce = 0
  /** The most that a tick has come late, in ms: how long the server's event loop stood still. */
  #latestTickMs = 0

  private constructor(socket: TestSocket) {
    this.#socket = socket
    socket.raw.on('message', (data) => {
      const at = monotonicMs()
      const message = JSON.parse((data as Buffer).toString('utf8')) as Message
      if (message.type === 'sync_reply') this.#waiting.get(String(message['nonce']))?.(message, at)
      else if (message.type === 'time_update' && message['seq'] !== 0) {
        const late = Number(message['server_ms']) - Number(message['timestamp']) * 1000
        this.#latestTickMs = Math.max(this.#latestTickMs, late)
      }
    })
  }

  static async open(base: string): Promise<ClockComparison> {
    return new ClockComparison(await openSocket(base, '/ws/time/'))
  }

  /** Asks several times; the tightest bounds that all answers leave. */
  async measure(): Promise<Bounds> {
    let bounds: Bounds = { lo: -Infinity, hi: Infinity }
    for (let count = 0; count < EXCHANGES; count += 1) {
      const { lo, hi } = await this.#exchange()
      bounds = { lo: Math.max(bounds.lo, lo), hi: Math.min(bounds.hi, hi) }
    }
    return bounds
  }

  /** How long the server has stood still at the most since the last time it was asked, in ms. */
  takeStallMs(): number {
    const stall = this.#latestTickMs
    this.#latestTickMs = 0
    return stall
  }

  close(): void {
    this.#socket.close()
  }

  #exchange(): Promise<Bounds> {
    const nonce = String((this.#nonce += 1))
    return new Promise((resolve) => {
      const sentAt = monotonicMs()
      this.#waiting.set(nonce, (reply, at) => {
        this.#waiting.delete(nonce)
        resolve({ lo: Number(reply['t3']) - at, hi: Number(reply['t2']) - sentAt })
      })
      this.#socket.send({ type: 'sync', nonce })
    })
  }
}

/** By how much business time has surely moved against the monotonic clock between two measurements, in ms. */
export function surelyMoved(before: Bounds, after: Bounds): number {
  return Math.max(0, after.lo - before.hi, before.lo - after.hi)
}

/** And by how much most likely. */
export function likelyMoved(before: Bounds, after: Bounds): number {
  return (after.lo + after.hi - before.lo - before.hi) / 2
}
