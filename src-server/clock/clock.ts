import type { ClockState } from '../../src-shared/api/fields.ts'

/** The machine's own clocks, as they are; only the business clock reads them. */
export interface TimeSource {
  /** The OS wall clock, milliseconds since the Unix epoch. Anybody can change it. */
  wallMs(): number
  /** A clock that only goes forward, fractional milliseconds from an unknown origin. */
  monotonicMs(): number
  /** A clock since boot that counts sleep, too, in ms; undefined where the platform has none that can be trusted. */
  bootMs(): number | undefined
  /** What tells one boot of the machine from the next; undefined where the platform does not say. */
  bootId(): string | undefined
}

/** Business time: what every decision in the server is made by. */
export interface Clock {
  /** Business time in fractional milliseconds since the Unix epoch. Never goes backwards. */
  now(): number
  /** Goes up by one whenever business time is set anew rather than carried on. */
  readonly epoch: number
  readonly state: ClockState
  /** How far business time was put ahead of true time, in ms; only a demo's ever is. */
  readonly demoAheadMs?: number
  /**
   * The stamp of a commit: whole milliseconds, strictly above each stamp before it, also across restarts.
   * @param after the stamp before, where another server may have given it
   * @returns max(now, last stamp + 1 ms)
   */
  commitStamp(after?: number): number
}

/** What is written down of the clock, each second and with each commit. The wall clock never is. */
export interface ClockMark {
  readonly businessMs: number
  /** The boot clock at that instant, in ms; null where the platform has none. */
  readonly bootMs: number | null
  readonly bootId: string | null
  readonly epoch: number
  readonly state: ClockState
  /** How far business time was put ahead of true time, in ms; only a demo's ever is. */
  readonly demoAheadMs?: number | undefined
}

/** Cancels what was scheduled; cancelling twice, or too late, does nothing. */
export type Cancel = () => void

/** Wakes somebody later. Deadlines are never trusted to a timer: whoever wakes looks at the clock again. */
export interface Timers {
  after(ms: number, wake: () => void): Cancel
}
