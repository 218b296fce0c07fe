import type { Cancel, Timers, TimeSource } from '../../src-server/clock/clock.ts'

interface Alarm {
  readonly at: number
  readonly wake: () => void
}

/**
 * A machine whose clocks stand still until a test moves them, with timers that ring on the way: nothing in it depends
 * on how fast the test runs, so a test can stand exactly on a deadline, or one millisecond beside it.
 */
export class StillWorld implements TimeSource, Timers {
  #wall: number
  #monotonic = 1000
  readonly #alarms = new Set<Alarm>()

  /** @param startAt what the wall clock says at first, ISO 8601 with an offset */
  constructor(startAt: string) {
    this.#wall = Date.parse(startAt)
  }

  wallMs(): number {
    return this.#wall
  }

  monotonicMs(): number {
    return this.#monotonic
  }

  bootMs(): number {
    return this.#monotonic
  }

  bootId(): string {
    return 'still-world'
  }

  after(ms: number, wake: () => void): Cancel {
    const alarm = { at: this.#monotonic + ms, wake }
    this.#alarms.add(alarm)
    return () => this.#alarms.delete(alarm)
  }

  /** Lets time pass, ringing each alarm at its own moment. @param ms milliseconds */
  advance(ms: number): void {
    const until = this.#monotonic + ms
    for (;;) {
      const due = [...this.#alarms].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (due === undefined) break
      this.#alarms.delete(due)
      this.#pass(Math.max(0, due.at - this.#monotonic))
      due.wake()
    }
    this.#pass(until - this.#monotonic)
  }

  /** Lets time pass while the process stands still: nothing rings on the way, what is overdue rings afterwards. */
  stall(ms: number): void {
    this.#pass(ms)
    this.advance(0)
  }

  /** Moves the time without ringing anything at all, as between a timer and the request that overtakes it. */
  slip(ms: number): void {
    this.#pass(ms)
  }

  /** Lets time pass up to an instant. @param iso ISO 8601 with an offset, later than now */
  advanceTo(iso: string): void {
    this.advance(Date.parse(iso) - this.#wall)
  }

  /** Somebody changes the OS wall clock; no time passes. */
  stepWall(ms: number): void {
    this.#wall += ms
  }

  #pass(ms: number): void {
    this.#monotonic += ms
    this.#wall += ms
  }
}
