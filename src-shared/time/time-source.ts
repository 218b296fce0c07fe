/** Where the client's time comes from: one monotonic clock to measure with, and a wall clock that only trips a wire. */
export interface TimeSource {
  /** Milliseconds of a clock that never steps, from an arbitrary zero; may stand still while the device sleeps. */
  monotonicMs(): number
  /** The device's own idea of milliseconds since the Unix epoch. Nothing is decided by it. */
  wallMs(): number
  /** The smallest step that `monotonicMs` was seen to make, in milliseconds. */
  readonly granularityMs: number
}

export type Cancel = () => void

export interface Timers {
  /** Runs once after at least so many milliseconds, unless cancelled. */
  after(ms: number, run: () => void): Cancel
}

/** A number in [0, 1). */
export type Random = () => number
