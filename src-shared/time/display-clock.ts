/** Further off than this, and slewing would take too long to be of use. */
const STEP_MS = 1000
const SLOW = 0.95
/** A clock that is behind though the time is known again, as after a sleep, is right within a second. */
const FAST = 2

/** Makes the shown time out of estimates that jump about: it never runs backwards, and steps forward only when far behind. */
export class DisplayClock {
  #shown: number | null = null
  #at = 0

  /**
   * The time to show.
   * @param estimateMs the best estimate of the server's time, milliseconds since the Unix epoch
   * @param m the monotonic reading of now, milliseconds
   */
  read(estimateMs: number, m: number): number {
    const elapsed = Math.max(0, m - this.#at)
    this.#shown = this.#shown === null ? estimateMs : next(this.#shown, elapsed, estimateMs)
    this.#at = m
    return this.#shown
  }

  /** Forgets what was shown: only in a new epoch may the time go back. */
  reset(): void {
    this.#shown = null
  }
}

function next(shown: number, elapsed: number, estimateMs: number): number {
  const ahead = shown + elapsed - estimateMs
  // Far ahead it stands still: slowing down by a twentieth would show a wrong time for minutes.
  if (ahead > STEP_MS) return shown
  if (ahead > 0) return Math.max(estimateMs, shown + elapsed * SLOW)
  if (ahead >= -STEP_MS) return Math.min(estimateMs, shown + elapsed * FAST)
  return estimateMs
}
