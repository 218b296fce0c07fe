import type { TimeSource } from './clock.ts'

/** Below this the boot clock's coarseness explains the difference; above it the machine has slept. */
const SUSPEND_MS = 50

/**
 * Time that has really passed, sleep included, by clocks that nobody can set.
 * E = ΔH, plus (ΔB − ΔH) once that exceeds 50 ms: H does not count sleep on Linux and macOS, B does but is coarse.
 */
export class ElapsedTime {
  readonly #source: TimeSource
  readonly #monotonicAtStart: number
  readonly #bootAtStart: number | undefined
  #slept = 0

  constructor(source: TimeSource) {
    this.#source = source
    this.#monotonicAtStart = source.monotonicMs()
    this.#bootAtStart = source.bootMs()
  }

  /** Milliseconds since construction, fractional; never goes down. Reads the boot clock only in `noticeSleep`. */
  now(): number {
    return this.#source.monotonicMs() - this.#monotonicAtStart + this.#slept
  }

  /** Compares the two clocks. @returns how long the machine slept since the last look, in ms; 0 mostly */
  noticeSleep(): number {
    const boot = this.#source.bootMs()
    if (boot === undefined || this.#bootAtStart === undefined) return 0
    const monotonic = this.#source.monotonicMs() - this.#monotonicAtStart
    const missing = boot - this.#bootAtStart - monotonic - this.#slept
    if (missing <= SUSPEND_MS) return 0
    this.#slept += missing
    return missing
  }
}
