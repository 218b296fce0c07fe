import { setTimeout as pause } from 'node:timers/promises'
import { openSocket, type TestSocket } from '../../support/test-socket.ts'
import type { AttackedServer } from './attacked-server.ts'

/** Of how many ms. */
export interface Waits {
  readonly p99: number
  readonly worst: number
  readonly count: number
}

export function waits(all: readonly number[]): Waits {
  const sorted = all.toSorted((a, b) => a - b)
  return { p99: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN, worst: sorted.at(-1) ?? NaN, count: sorted.length }
}

/** A kiosk that means no harm: follows the time and asks for slots, while others attack. */
export class Bystander {
  readonly #server: AttackedServer
  readonly #sockets: TestSocket[] = []
  readonly #late: number[] = []
  #watching = true

  private constructor(server: AttackedServer) {
    this.#server = server
  }

  /** @param followers how many sockets follow the time */
  static async start(server: AttackedServer, followers: number): Promise<Bystander> {
    const one = new Bystander(server)
    for (let count = 0; count < followers; count += 1) {
      const socket = await openSocket(server.publicUrl, '/ws/time/')
      // The first comes at once, and at no second's boundary.
      await socket.next()
      socket.raw.on('message', (data) => one.#note((data as Buffer).toString()))
      one.#sockets.push(socket)
    }
    return one
  }

  /**
   * Watches until all is well once, or so many times: an attack lasts, and what else the machine does comes and goes.
   * @param ms how long each time @param bound which p99 is well, ms
   */
  async watchUntilWell(times: number, ms: number, bound: { ticks: number; requests: number }) {
    for (let time = 1; ; time += 1) {
      const { ticks, requests } = await this.watch(ms)
      const isWell = ticks.p99 < bound.ticks && requests.p99 < bound.requests
      if (isWell || time === times) return { isWell, time, ticks: ticks.p99, requests: requests.p99 }
    }
  }

  /** How late ticks came in a while, and how long the kiosk's requests took. @param ms how long */
  async watch(ms: number): Promise<{ ticks: Waits; requests: Waits }> {
    this.#late.length = 0
    const took: number[] = []
    const until = performance.now() + ms
    while (performance.now() < until && this.#watching) {
      const from = performance.now()
      const answer = await this.#server.kiosk.get('/api/v1/lot/plan')
      if (answer.status !== 200) throw new Error(`a kiosk was answered ${answer.text}`)
      took.push(performance.now() - from)
      await pause(25)
    }
    return { ticks: waits(this.#late), requests: waits(took) }
  }

  stop(): void {
    this.#watching = false
    for (const socket of this.#sockets) socket.close()
  }

  #note(text: string): void {
    const { type, timestamp } = JSON.parse(text) as { type: string; timestamp: number }
    if (type === 'time_update') this.#late.push(Date.now() - timestamp * 1000)
  }
}

/** A time that somebody waited may be this, or four times what it is on a machine as busy when nobody attacks. */
export function atMost(bound: number, quiet: number): number {
  return Math.max(bound, 4 * quiet)
}
