import type { TimeSource } from '../../src-server/index.ts'

/** A machine whose clocks start where a test wants them, run as real ones do, and can be moved forward at once. */
export class TravellingTime implements TimeSource {
  readonly #startedAt: number
  readonly #pace: number
  #ahead = 0
  #wallSet = 0
  #bootId = 'boot'

  /**
   * @param startAt what the wall clock says at first, ISO 8601
   * @param pace how much of real time passes here: less than 1 for a world in which next to nothing does
   */
  constructor(startAt: string, pace = 1) {
    this.#pace = pace
    this.#startedAt = Date.parse(startAt) - this.#real()
  }

  #real(): number {
    return performance.now() * this.#pace
  }

  wallMs(): number {
    return this.#startedAt + this.#real() + this.#ahead + this.#wallSet
  }

  monotonicMs(): number {
    return this.#real() + this.#ahead
  }

  bootMs(): number {
    return this.#real() + this.#ahead
  }

  bootId(): string {
    return this.#bootId
  }

  /** From now on the machine is as after a restart. */
  reboot(): void {
    this.#bootId = `${this.#bootId}+`
  }

  /** Somebody sets the wall clock; nothing else notices. @param ms milliseconds, negative to set it back */
  setWall(ms: number): void {
    this.#wallSet += ms
  }

  /** Lets time pass in no time. @param ms milliseconds */
  advance(ms: number): void {
    this.#ahead += ms
  }
}
