import type { Cancel, Random, Timers } from './time-source.ts'

const BURST = 8
const BURST_EVERY_MS = 50
const STEADY_MS = 5000
const STEADY_SPREAD = 0.2

/** When to ask the server for its time: eight times in quick succession, then every 5 s ± 20 %. */
export class SyncPace {
  readonly #timers: Timers
  readonly #random: Random
  readonly #ask: () => void
  #left = 0
  #cancel: Cancel | null = null

  constructor(timers: Timers, random: Random, ask: () => void) {
    this.#timers = timers
    this.#random = random
    this.#ask = ask
  }

  /** Starts a burst; one that is under way begins to count anew, without asking more often. */
  burst(): void {
    const underWay = this.#left > 0
    if (!underWay) this.stop()
    this.#left = BURST
    if (!underWay) this.#step()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#left = 0
  }

  #step(): void {
    this.#left = Math.max(0, this.#left - 1)
    const steadyMs = STEADY_MS * (1 - STEADY_SPREAD + 2 * STEADY_SPREAD * this.#random())
    this.#cancel = this.#timers.after(this.#left > 0 ? BURST_EVERY_MS : steadyMs, () => this.#step())
    this.#ask()
  }
}
