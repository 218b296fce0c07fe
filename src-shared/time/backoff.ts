import type { Random } from './time-source.ts'

const FIRST_MS = 500
const LONGEST_MS = 30_000
const STABLE_MS = 30_000
const FAIR_MS = 1000

/**
 * How long to wait before each try to reconnect: random(0, min(30 s, 0.5 s · 2ⁿ)), so that the kiosks of a restarted
 * server do not come back all at once ("full jitter", M. Brooker, AWS Architecture Blog, 2015).
 *
 * n grows with each try, but nobody is asked to wait for more than max(2 s, twice what they have waited already): or a
 * few of many, who had short waits and a large n, would still be waiting long after the rest are back.
 */
export class Backoff {
  readonly #random: Random
  readonly #firstN: number
  #n = 0
  #waitedMs = 0

  /**
   * @param firstN n of the first try. From 0, two hundred clients would all be back within half a second, and by chance
   *   more than a quarter of them within a tenth of one: where there may be so many, begin with 1.
   */
  constructor(random: Random, firstN = 0) {
    this.#random = random
    this.#firstN = firstN
    this.reset()
  }

  /**
   * Milliseconds to wait before the next try.
   * @param linkLastedMs how long the link that has just ended was up, 0 when it never was; 30 s of it start over
   */
  nextMs(linkLastedMs: number): number {
    if (linkLastedMs >= STABLE_MS) this.reset()
    const longest = FIRST_MS * 2 ** this.#n
    const waitMs = this.#random() * Math.min(LONGEST_MS, longest, 2 * Math.max(FAIR_MS, this.#waitedMs))
    this.#n += 1
    this.#waitedMs += waitMs
    return waitMs
  }

  /** Something says that the network is back: start over. */
  reset(): void {
    this.#n = this.#firstN
    this.#waitedMs = 0
  }
}
