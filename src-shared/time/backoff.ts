import type { Random } from './time-source.ts'

const FIRST_MS = 500
const LONGEST_MS = 30_000
const STABLE_MS = 30_000

/**
 * How long to wait before each try to reconnect: random(0, min(30 s, 0.5 s · 2ⁿ)), so that the kiosks of a restarted
 * server do not come back all at once ("full jitter", M. Brooker, AWS Architecture Blog, 2015).
 */
export class Backoff {
  readonly #random: Random
  #tries = 0

  constructor(random: Random) {
    this.#random = random
  }

  /**
   * Milliseconds to wait before the next try.
   * @param linkLastedMs how long the link that has just ended was up, 0 when it never was; 30 s of it start over
   */
  nextMs(linkLastedMs: number): number {
    if (linkLastedMs >= STABLE_MS) this.#tries = 0
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries)
    this.#tries += 1
    return this.#random() * longest
  }

  /** Something says that the network is back: start over. */
  reset(): void {
    this.#tries = 0
  }
}
