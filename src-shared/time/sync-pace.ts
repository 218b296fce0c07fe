import type { LinkPace } from './link-pace.ts'
import type { Cancel, Random, Timers } from './time-source.ts'

const BURST = 8
const BURST_EVERY_MS = 50

/** When to ask the server for its time: eight times in quick succession, then now and then, soon after a tick. */
export class SyncPace {
  readonly #timers: Timers
  readonly #random: Random
  readonly #ask: () => void
  #pace: LinkPace
  #left = 0
  #ticksToGo = 0
  #cancel: Cancel | null = null

  constructor(timers: Timers, random: Random, pace: LinkPace, ask: () => void) {
    this.#timers = timers
    this.#random = random
    this.#pace = pace
    this.#ask = ask
  }

  /** @param pace holds from the next exchange on */
  follow(pace: LinkPace): void {
    this.#pace = pace
  }

  /** Starts a burst; one that is under way begins to count anew, without asking more often. */
  burst(): void {
    const underWay = this.#left > 0
    if (!underWay) this.stop()
    this.#left = BURST
    if (!underWay) this.#step()
  }

  /** A tick has arrived. */
  ticked(): void {
    if (this.#cancel === null || this.#left > 0) return
    this.#ticksToGo -= 1
    if (this.#ticksToGo === 0) this.#stepAfter(this.#pace.askDelayMs * (1 - this.#random() / 3))
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#left = 0
  }

  #step(): void {
    this.#left = Math.max(0, this.#left - 1)
    this.#ticksToGo = this.#pace.askAfter
    this.#stepAfter(this.#left > 0 ? BURST_EVERY_MS : this.#pace.askWithinMs)
    this.#ask()
  }

  #stepAfter(ms: number): void {
    this.#cancel?.()
    this.#cancel = this.#timers.after(ms, () => this.#step())
  }
}
