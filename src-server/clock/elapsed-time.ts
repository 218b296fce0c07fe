import type { TimeSource } from './clock.ts'

/** Below this the boot clock's coarseness explains the difference; above it the machine has slept. */
const SUSPEND_MS = 50
/** How much of a difference too small to be sleep is taken for the boot clock's own pace, at each look. */
const PACE_SHARE = 1 / 64
/** Two clocks cannot be read at one instant. A pair of readings this close together is close enough, in ms. */
const CLOSE_MS = 1
const MOST_READINGS = 5

/** Another clock's reading, with elapsed time at that instant; that one is right to ± `spreadMs`. */
export interface Reading<T> {
  readonly value: T
  readonly elapsedMs: number
  readonly spreadMs: number
}

/**
 * Time that has really passed, sleep included, by clocks that nobody can set.
 * E = ΔH, plus (ΔB − ΔH) once that exceeds 50 ms: H does not count sleep on Linux, B does but is coarse.
 */
export class ElapsedTime {
  readonly #source: TimeSource
  readonly #monotonicAtStart: number
  /** What B is ahead of H while the machine does not sleep, in ms. It follows B's own pace, slowly. */
  #bootAhead: number | undefined
  #slept = 0

  constructor(source: TimeSource) {
    this.#source = source
    this.#monotonicAtStart = source.monotonicMs()
    this.#bootAhead = this.#readBootAhead()
  }

  /** Milliseconds since construction, fractional; never goes down. Reads the boot clock only in `noticeSleep`. */
  now(): number {
    return this.#source.monotonicMs() - this.#monotonicAtStart + this.#slept
  }

  /**
   * Reads another clock. A process can be held up between two readings for as long as the machine likes, which would
   * look like a step of that clock: then they are read again, and the closest pair counts.
   */
  with<T>(read: () => T): Reading<T> {
    let best: Reading<T> | undefined
    for (let count = 0; count < MOST_READINGS; count += 1) {
      const before = this.now()
      const value = read()
      const spreadMs = (this.now() - before) / 2
      if (best === undefined || spreadMs < best.spreadMs) best = { value, elapsedMs: before + spreadMs, spreadMs }
      if (spreadMs <= CLOSE_MS) break
    }
    if (best === undefined) throw new Error('no reading was taken')
    return best
  }

  /** Compares the two clocks. @returns how long the machine slept since the last look, in ms; 0 mostly */
  noticeSleep(): number {
    const ahead = this.#readBootAhead()
    if (ahead === undefined || this.#bootAhead === undefined) return 0
    const missing = ahead - this.#bootAhead
    if (missing <= SUSPEND_MS) {
      // Where B and H do not tick alike, the difference grows for ever, and is no sleep. A boot clock that went back
      // was begun anew, as a container's is: it counts from there.
      this.#bootAhead += missing < -SUSPEND_MS ? missing : missing * PACE_SHARE
      return 0
    }
    this.#bootAhead += missing
    this.#slept += missing
    return missing
  }

  #readBootAhead(): number | undefined {
    const { value, elapsedMs } = this.with(() => this.#source.bootMs())
    return value === undefined ? undefined : value - (elapsedMs - this.#slept)
  }
}
