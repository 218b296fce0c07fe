import type { ClockMode } from './clock-mode.ts'
import type { Random } from './time-source.ts'

/** No two reports within this, so that a mode that flaps does not flood the server. */
const APART_MS = 1000
const DUE_MS = 24_000
/** How much sooner than that a report may be due, so that many clients do not report in step. */
const SPREAD_MS = 6000

/**
 * When to tell the server how well its time is known here: a second after the link opened if it has answered by then, on
 * each change of mode, and with the first exchange after 18 to 24 s.
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

  /** Whether a change is to be reported now; what is due is taken to be made. @param answered whether the link has answered yet */
  changeDue(mode: ClockMode, answered: boolean, m: number): boolean {
    const changed = mode !== this.#told && (this.#told !== null || answered)
    return changed && m - this.#lastAt >= APART_MS && this.#made(mode, m)
  }

  /** Whether to report with the exchange that begins now, which wakes the server anyway; taken to be made as well. */
  repeatDue(mode: ClockMode, m: number): boolean {
    return m >= this.#nextAt && this.#made(mode, m)
  }

  #made(mode: ClockMode, m: number): true {
    this.#told = mode
    this.#begin(m)
    return true
  }

  #begin(m: number): void {
    this.#lastAt = m
    this.#nextAt = m + DUE_MS - SPREAD_MS * this.#random()
  }
}
