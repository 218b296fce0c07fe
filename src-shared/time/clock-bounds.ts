/** How fast the server's and this device's clocks may drift apart: the server slews ≤ 100 ppm, crystals do the rest. */
export const DRIFT = 250e-6
/** A reading of the monotonic clock is never taken to be finer than this, in milliseconds. */
const FINEST_GRANULARITY_MS = 0.1
/** Epoch milliseconds in a double come in steps of 0.24 µs; a handful of roundings stay well below this. */
const ROUNDING_MS = 0.002

/** The server's time, milliseconds since the Unix epoch, is surely not outside these two. */
export interface ServerTimeBounds {
  readonly earliestMs: number
  readonly latestMs: number
}

/**
 * What became of a message's times.
 * - `taken`: the bounds hold, and may be closer now
 * - `restarted`: it contradicted what was known, which was dropped; ask again soon
 * - `impossible`: it contradicts itself, or is no number; nothing changed
 */
export type BoundsOutcome = 'taken' | 'restarted' | 'impossible'

interface Offsets {
  readonly lo: number
  readonly hi: number
  /** The monotonic reading at which lo and hi held. */
  readonly at: number
}

const UNKNOWN: Offsets = { lo: -Infinity, hi: Infinity, at: 0 }

/**
 * Two numbers, lo and hi, such that at monotonic reading m the server's time is in [m + lo, m + hi].
 *
 * Each message proves a bound: whatever the network did, a reply arrives after it was stamped and a request leaves before
 * it is. That is the interval of K. Marzullo and S. Owicki, "Maintaining the time in a distributed system" (1983), with
 * one server; between messages both bounds widen by the drift that the two clocks may have (RFC 5905's PHI).
 * All times are milliseconds; `m…` are readings of the monotonic clock, `t…` are the server's.
 */
export class ClockBounds {
  readonly #guard: number
  #offsets = UNKNOWN
  #newest: Offsets | null = null
  #startAfresh = false

  /** @param granularityMs the smallest step of the monotonic clock */
  constructor(granularityMs: number) {
    this.#guard = Math.max(FINEST_GRANULARITY_MS, granularityMs) + ROUNDING_MS
  }

  /** Whether an exchange has been taken since the last reset. */
  get exchanged(): boolean {
    return this.#newest !== null
  }

  /** The bounds of the server's time at reading m; infinite on a side of which nothing is known. */
  at(m: number): ServerTimeBounds {
    const { lo, hi } = aged(this.#offsets, m)
    return { earliestMs: m + lo, latestMs: m + hi }
  }

  /** A request left at m1, the server got it at t2 and answered at t3, and the answer was here at m4. */
  exchange(m1: number, t2: number, t3: number, m4: number): BoundsOutcome {
    const lo = t3 - m4 - this.#guard
    const hi = t2 - m1 + this.#guard + DRIFT * (m4 - m1)
    if (!Number.isFinite(lo + hi) || t3 < t2 || m4 < m1 || lo > hi) return 'impossible'
    const newest = { lo, hi, at: m4 }
    const known = this.#startAfresh ? UNKNOWN : aged(this.#offsets, m4)
    const both = { lo: Math.max(known.lo, lo), hi: Math.min(known.hi, hi), at: m4 }
    const agree = both.lo <= both.hi
    this.#offsets = agree ? both : newest
    this.#newest = newest
    this.#startAfresh = false
    return agree ? 'taken' : 'restarted'
  }

  /** The server stamped a message `serverMs`, and it was here at m: its time now is at least that. */
  tick(serverMs: number, m: number): BoundsOutcome {
    const lo = serverMs - m - this.#guard
    if (!Number.isFinite(lo)) return 'impossible'
    const known = aged(this.#offsets, m)
    const raised = Math.max(known.lo, lo)
    this.#offsets = { lo: raised, hi: known.hi, at: m }
    if (raised <= known.hi) return 'taken'
    // The newest exchange alone may still agree; if it does not, only the tick is left to go by.
    const hi = this.#newest === null ? Infinity : aged(this.#newest, m).hi
    this.#offsets = { lo, hi: lo <= hi ? hi : Infinity, at: m }
    return 'restarted'
  }

  /** The monotonic clock may have stood still, as in sleep: the server can be later than thought, never earlier. */
  doubt(m: number): void {
    this.#offsets = { ...aged(this.#offsets, m), hi: Infinity }
  }

  /** The next exchange replaces what is known: on a new link the server may be a new process, a few ms off the old. */
  startAfresh(): void {
    this.#startAfresh = true
  }

  /** The server's time was set anew: nothing known before holds. */
  reset(): void {
    this.#offsets = UNKNOWN
    this.#newest = null
    this.#startAfresh = false
  }
}

function aged(offsets: Offsets, m: number): Offsets {
  const drift = DRIFT * Math.max(0, m - offsets.at)
  return { lo: offsets.lo - drift, hi: offsets.hi + drift, at: Math.max(m, offsets.at) }
}
