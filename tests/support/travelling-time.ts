import type { TimeSource } from '../../src-server/index.ts'

/** A machine whose clocks start where a test wants them, run as real ones do, and can be moved forward at once. */
export class TravellingTime implements TimeSource {
  readonly #startedAt: number
  #ahead = 0
  #wallSet = 0
  #bootId = 'boot'

  /** @param startAt what the wall clock says at first, ISO 8601 */
  constructor(startAt: string) {
    this.#startedAt = Date.parse(startAt) - performance.now()
  }

  wallMs(): number {
    return this.#startedAt + performance.now() + this.#ahead + this.#wallSet
  }

  monotonicMs(): number {
    return performance.now() + this.#ahead
  }

  bootMs(): number {
    return performance.now() + this.#ahead
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
