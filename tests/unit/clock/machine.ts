import { ClockGuard, type ClockChange } from '../../../src-server/clock/clock-guard.ts'
import type { ClockMark, TimeSource } from '../../../src-server/clock/clock.ts'

/** The original's example instant. */
export const NOON = Date.parse('2025-12-05T12:45:22Z')

/** A machine in which everything that can happen to a clock can be made to happen, each by itself. */
export class Machine implements TimeSource {
  #wall: number
  #monotonic = 5_000
  #boot: number | undefined = 65_000
  #bootId: string | undefined = 'first'
  /** What the boot clock counts in, in ms: 10 on Linux, 15.6 on Windows. */
  grainMs = 0
  /** How much faster than the monotonic clock the boot clock ticks: they are two crystals on some machines. */
  bootPace = 0
  /** Called after the wall clock was read: the process is held up just then. */
  afterWall: () => void = () => {}
  #bootDrift = 0

  constructor(wall = NOON) {
    this.#wall = wall
  }

  wallMs(): number {
    const wall = this.#wall
    this.afterWall()
    return wall
  }

  monotonicMs(): number {
    return this.#monotonic
  }

  bootMs(): number | undefined {
    if (this.#boot === undefined) return undefined
    const boot = this.#boot + this.#bootDrift
    return this.grainMs === 0 ? boot : Math.floor(boot / this.grainMs) * this.grainMs
  }

  bootId(): string | undefined {
    return this.#bootId
  }

  pass(ms: number): void {
    this.#wall += ms
    this.#monotonic += ms
    if (this.#boot !== undefined) this.#boot += ms
    this.#bootDrift += ms * this.bootPace
  }

  /** Somebody sets the wall clock. */
  step(ms: number): void {
    this.#wall += ms
  }

  /** The lid is closed: only what counts sleep goes on. */
  sleep(ms: number): void {
    this.#wall += ms
    if (this.#boot !== undefined) this.#boot += ms
  }

  /** Off and on again. @param offMs how long it was off @param wallErrorMs how wrong its wall clock is afterwards */
  reboot(offMs: number, wallErrorMs = 0): void {
    this.#wall += offMs + wallErrorMs
    this.#monotonic = 100
    this.#boot = 20_000
    this.#bootId = `${this.#bootId}+`
  }

  loseBootClock(): void {
    this.#boot = undefined
  }

  loseBootId(): void {
    this.#bootId = undefined
  }

  /** As where a container starts anew on the same kernel. */
  restartBootClock(): void {
    this.#boot = 0
  }
}

export interface Watched {
  readonly guard: ClockGuard
  readonly changes: ClockChange[]
}

/** A guard, and all that it announces. */
export function watched(source: TimeSource, mark?: ClockMark, lastStamp = 0): Watched {
  const guard = new ClockGuard(source, mark, lastStamp)
  const changes: ClockChange[] = []
  guard.onChange((change) => changes.push(change))
  return { guard, changes }
}

/** A guard that has been confirmed, so that it is trusted. */
export function trusted(source: TimeSource): Watched {
  const parts = watched(source)
  parts.guard.accept()
  parts.changes.length = 0
  return parts
}

/** Lets time pass as it does in the server: with a look at the wall clock every 250 ms. */
export function run(machine: Machine, guard: ClockGuard, ms: number): void {
  for (let left = ms; left > 0; left -= 250) {
    machine.pass(Math.min(250, left))
    guard.check()
  }
}
