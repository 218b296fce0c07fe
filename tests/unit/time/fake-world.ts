import type { Cancel, TimeSource, Timers } from '../../../src-shared/time/time-source.ts'

/** A timer of the device, a message that arrives at it, or something elsewhere: only that goes on while it sleeps. */
export type Where = 'timer' | 'arrival' | 'elsewhere'

interface Due {
  at: number
  readonly run: () => void
  readonly where: Where
}

/** A world with its own time, and in it a device whose two clocks run as they like. Nothing happens but by `advance`. */
export class FakeWorld {
  /** True time, milliseconds since the world began. */
  now = 0
  /** How fast the device's monotonic clock runs, off by so many parts per million. */
  devicePpm = 0
  /** The device's wall clock, off by so much. */
  wallOffsetMs = 0
  #monotonic = 5000
  #queue: Due[] = []

  readonly time: TimeSource = {
    monotonicMs: () => this.#monotonic,
    wallMs: () => this.now + this.wallOffsetMs,
    granularityMs: 0.1,
  }

  readonly timers: Timers = { after: (ms, run) => this.after(ms, run, 'timer') }

  get monotonic(): number {
    return this.#monotonic
  }

  after(ms: number, run: () => void, where: Where): Cancel {
    const due = { at: this.now + ms, run, where }
    this.#queue.push(due)
    return () => {
      this.#forget(due)
    }
  }

  /** Lets so many milliseconds pass, with all that happens in them, in order. */
  advance(ms: number): void {
    const end = this.now + ms
    while (this.runNext(end));
  }

  /** Lets the next thing happen that is due until then. @returns whether there was one; if not, it is `end` now */
  runNext(end: number): boolean {
    const next = this.#takeNext(end, false)
    this.#moveTo(next?.at ?? end)
    next?.run()
    return next !== undefined
  }

  /** The device sleeps: its monotonic clock and its timers stand still, and what arrives waits for it. */
  sleep(ms: number): void {
    const end = this.now + ms
    for (const due of this.#queue) if (due.where === 'timer') due.at += ms
    this.#elsewhereUntil(end)
    for (const due of this.#queue) due.at = Math.max(due.at, end)
  }

  /** The page is frozen, though the monotonic clock runs on. Then timers that came due fire, and then messages are heard. */
  freeze(ms: number): void {
    const end = this.now + ms
    this.#elsewhereUntil(end)
    for (const due of this.#queue) due.at = Math.max(due.at, due.where === 'arrival' ? end + 1 : end)
    this.#monotonic += ms * (1 + this.devicePpm * 1e-6)
  }

  #elsewhereUntil(end: number): void {
    for (let next = this.#takeNext(end, true); next !== undefined; next = this.#takeNext(end, true)) {
      this.now = Math.max(this.now, next.at)
      next.run()
    }
    this.now = end
  }

  #moveTo(at: number): void {
    this.#monotonic += Math.max(0, at - this.now) * (1 + this.devicePpm * 1e-6)
    this.now = Math.max(this.now, at)
  }

  #takeNext(end: number, asleep: boolean): Due | undefined {
    let next: Due | undefined
    for (const due of this.#queue) {
      if (due.at > end || (asleep && due.where !== 'elsewhere')) continue
      if (next === undefined || due.at < next.at) next = due
    }
    if (next !== undefined) this.#forget(next)
    return next
  }

  #forget(due: Due): void {
    const index = this.#queue.indexOf(due)
    if (index >= 0) this.#queue.splice(index, 1)
  }
}
