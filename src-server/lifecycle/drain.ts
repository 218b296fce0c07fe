import type { Server, ServerResponse } from 'node:http'
import type { Timers } from '../clock/clock.ts'

const STEP_MS = 100
/** Sockets sent away in a step, so that those who take them in are asked for 500 a second. */
const IN_A_STEP = 50
/** However many there are, they are away after so many steps: 20 s. */
const MOST_STEPS = 200
/** A request that is under way may take so many steps more: the 15 s that any request has. */
const MOST_WAITING = 150

interface Parts {
  readonly timers: Timers
  /** For at least so long it is said that the server restarts before it takes no more connections. */
  readonly leastSeconds: number
  /** What sends each socket away. */
  readonly farewells: () => readonly (() => void)[]
}

/**
 * How a server leaves without anybody noticing: it says that it is not ready, lets no more sockets in, sends those it has
 * to the other servers a few at a time, takes no more connections, and waits until each request is answered. Bounded:
 * whatever peers do, it ends.
 */
export class Drain {
  readonly #servers: Server[] = []
  #requests = 0
  #isUnderWay = false

  /** Whether whoever can go to another server should. */
  get isUnderWay(): boolean {
    return this.#isUnderWay
  }

  /** Counts a server's requests from now on, and lets connections end while they are drained. */
  watch(server: Server): void {
    this.#servers.push(server)
    // Before the application's own listener, which may answer at once.
    server.prependListener('request', (_request: unknown, response: ServerResponse) => {
      this.#requests += 1
      response.once('close', this.#answered)
      if (this.#isUnderWay) response.shouldKeepAlive = false
    })
  }

  /** @returns how many requests were not answered in their time */
  async run({ timers, leastSeconds, farewells }: Parts): Promise<number> {
    this.#isUnderWay = true
    const step = () => new Promise<void>((resolve) => void timers.after(STEP_MS, resolve))
    const away = farewells()
    const leastSteps = (leastSeconds * 1000) / STEP_MS
    const inAStep = Math.max(IN_A_STEP, Math.ceil(away.length / MOST_STEPS))
    for (let steps = 0; steps < leastSteps || steps * inAStep < away.length; steps += 1) {
      for (const sendAway of away.slice(steps * inAStep, (steps + 1) * inAStep)) sendAway()
      await step()
    }
    // What is idle is closed with it; what is under way has its answer first.
    for (const server of this.#servers) server.close()
    for (let steps = 0; steps < MOST_WAITING && this.#requests > 0; steps += 1) await step()
    return this.#requests
  }

  readonly #answered = (): void => {
    this.#requests -= 1
  }
}
