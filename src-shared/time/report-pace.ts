import type { ClockMode } from './clock-mode.ts'
import type { Random } from './time-source.ts'

/** No two reports within this, so that a mode that flaps does not flood the server. */
const APART_MS = 1000
const LATEST_MS = 30_000
/** How much sooner than that a report may come, so that many clients do not report in step. */
const SPREAD_MS = 10_000

/**
 * When to tell the server how well its time is known here: a second after the link opened if it has answered by then, on
 * each change of mode, and every 20 to 30 s.
 */
export class ReportPace {
  readonly #random: Random
  #told: ClockMode | null = null
  #lastAt = 0
  #nextAt = Infinity

  constructor(random: Random) {
    this.#random = random
  }

  /** A new link: the server knows nothing of this client. @param m the monotonic reading now, milliseconds */
  opened(m: number): void {
    this.#told = null
    this.#begin(m)
  }

  /** Whether to report now; a report that is due is taken to be made. @param answered whether the link has answered yet */
  due(mode: ClockMode, answered: boolean, m: number): boolean {
    const changed = mode !== this.#told && (this.#told !== null || answered)
    if (m < this.#nextAt && !(changed && m - this.#lastAt >= APART_MS)) return false
    this.#told = mode
    this.#begin(m)
    return true
  }

  #begin(m: number): void {
    this.#lastAt = m
    this.#nextAt = m + LATEST_MS - SPREAD_MS * this.#random()
  }
}
