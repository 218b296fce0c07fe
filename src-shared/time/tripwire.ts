import type { TimeSource } from './time-source.ts'

const SLACK_MS = 250

/**
 * Notices that the device slept, or that somebody set its clock: its two clocks then part. The wall clock's value is
 * never used for anything else but to tell the server how wrong it is.
 */
export class Tripwire {
  readonly #time: TimeSource
  #difference: number

  constructor(time: TimeSource) {
    this.#time = time
    this.#difference = time.wallMs() - time.monotonicMs()
  }

  /** Whether the clocks have parted by more than 250 ms since the last look. */
  tripped(): boolean {
    const before = this.#difference
    this.#difference = this.#time.wallMs() - this.#time.monotonicMs()
    return Math.abs(this.#difference - before) > SLACK_MS
  }
}
