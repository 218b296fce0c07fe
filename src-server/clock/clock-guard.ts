import type { ClockState } from '../../src-shared/api/fields.ts'
import type { Clock, ClockMark, TimeSource } from './clock.ts'
import { ElapsedTime } from './elapsed-time.ts'

/** The wall clock may part from elapsed time by this much between two looks before that is a step, in ms. */
export const STEP_MS = 128
/** And by this much in all, however slowly it got there. */
export const RESIDUAL_MS = 2000
/** How fast business time may be led towards a trusted wall clock: 100 ppm. */
export const SLEW_RATE = 100e-6
/** A machine that was off for longer than this starts with a clock that somebody has to vouch for. */
export const LONG_OFF_MS = 36 * 3_600_000

/** Something happened to the clock that people should be able to read about afterwards. */
export interface ClockChange {
  readonly what: 'started' | 'stepped' | 'drifted' | 'slept' | 'accepted' | 'confirmed'
  readonly from: ClockState | null
  readonly to: ClockState
  readonly epoch: number
  /** What the wall clock was ahead of business time when it happened, in ms; negative when behind. */
  readonly wallAheadMs: number
  readonly businessMs: number
  /** For `slept`: how long, in ms. */
  readonly sleptMs?: number
}

interface Start {
  readonly businessMs: number
  readonly state: ClockState
  readonly epoch: number
}

/** The table of section 3: what business time begins with, and what it is worth. */
export function startOf(source: TimeSource, mark: ClockMark | undefined): Start {
  const wall = source.wallMs()
  if (mark === undefined) return { businessMs: wall, state: 'provisional', epoch: 1 }
  const boot = source.bootMs()
  const bootId = source.bootId()
  if (bootId !== undefined && bootId === mark.bootId && boot !== undefined && mark.bootMs !== null) {
    const businessMs = mark.businessMs + Math.max(0, boot - mark.bootMs)
    const isApart = Math.abs(wall - businessMs) > RESIDUAL_MS
    return { businessMs, state: stateOnSameBoot(mark.state, isApart), epoch: mark.epoch }
  }
  const epoch = mark.epoch + 1
  // Time cannot be earlier than what was already stamped, so a clock set back starts from the mark.
  if (wall < mark.businessMs - RESIDUAL_MS) return { businessMs: mark.businessMs, state: 'rollback', epoch }
  if (wall > mark.businessMs + LONG_OFF_MS) return { businessMs: wall, state: 'forward_suspect', epoch }
  return { businessMs: Math.max(wall, mark.businessMs), state: 'provisional', epoch }
}

/** A restart of the program settles nothing that was in doubt before it. */
function stateOnSameBoot(before: ClockState, isWallApart: boolean): ClockState {
  if (before === 'rollback' || before === 'forward_suspect' || before === 'guarded') return before
  return isWallApart ? 'guarded' : 'trusted'
}

/**
 * Business time that nobody can bend: carried by the monotonic and boot clocks, while the wall clock is only watched.
 * `check` is to be called every 250 ms; `commitStamp` calls it, too.
 */
export class ClockGuard implements Clock {
  readonly #source: TimeSource
  readonly #elapsed: ElapsedTime
  readonly #listeners = new Set<(change: ClockChange) => void>()
  #base: number
  #state: ClockState
  #epoch: number
  #slewed = 0
  #stamp: number
  #lastWall: number
  #lastElapsed: number

  /** @param lastStamp the highest commit stamp in the store, in ms since the epoch; 0 in an empty store */
  constructor(source: TimeSource, mark: ClockMark | undefined, lastStamp: number) {
    this.#source = source
    this.#elapsed = new ElapsedTime(source)
    const start = startOf(source, mark)
    this.#base = start.businessMs
    this.#state = start.state
    this.#epoch = start.epoch
    this.#stamp = lastStamp
    this.#lastWall = source.wallMs()
    this.#lastElapsed = this.#elapsed.now()
  }

  get state(): ClockState {
    return this.#state
  }

  get epoch(): number {
    return this.#epoch
  }

  now(): number {
    return this.#base + this.#slewed + this.#elapsed.now()
  }

  /** How far the wall clock is ahead of business time, in ms. */
  wallAhead(): number {
    return this.#source.wallMs() - this.now()
  }

  commitStamp(): number {
    this.check()
    this.#stamp = Math.max(Math.floor(this.now()), this.#stamp + 1)
    return this.#stamp
  }

  mark(): ClockMark {
    return {
      businessMs: this.now(),
      bootMs: this.#source.bootMs() ?? null,
      bootId: this.#source.bootId() ?? null,
      epoch: this.#epoch,
      state: this.#state,
    }
  }

  /** Calls back after each change, in order. @returns what ends that */
  onChange(listener: (change: ClockChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells how the clock started, for whoever began to listen after construction. */
  describeStart(): ClockChange {
    return this.#describe('started', null)
  }

  /** Looks at the wall clock. A step, or a residual that has grown too large, makes the clock guarded. */
  check(): void {
    const sleptMs = this.#elapsed.noticeSleep()
    const elapsed = this.#elapsed.now()
    const wall = this.#source.wallMs()
    const passed = elapsed - this.#lastElapsed
    const jump = wall - this.#lastWall - passed
    this.#lastElapsed = elapsed
    this.#lastWall = wall
    if (sleptMs > 0) this.#announce({ ...this.#describe('slept', this.#state), sleptMs })
    if (this.#state !== 'trusted' && this.#state !== 'provisional') return
    if (Math.abs(jump) > STEP_MS) return this.#become('guarded', 'stepped')
    if (Math.abs(this.wallAhead()) > RESIDUAL_MS) return this.#become('guarded', 'drifted')
    if (this.#state === 'trusted') this.#slew(passed)
  }

  /**
   * Takes the wall clock for right: sources agree with it, or somebody who may has said so. Where it differs from
   * business time by more than a step, business time is set to it and the epoch goes up.
   */
  accept(): void {
    this.check()
    const from = this.#state
    const ahead = this.wallAhead()
    const isAnew = Math.abs(ahead) > STEP_MS
    if (from === 'trusted' && !isAnew) return
    if (isAnew) {
      this.#base += ahead
      this.#epoch += 1
    }
    this.#state = 'trusted'
    this.#announce({ ...this.#describe(isAnew ? 'accepted' : 'confirmed', from), wallAheadMs: ahead })
  }

  #slew(passedMs: number): void {
    const most = SLEW_RATE * passedMs
    this.#slewed += Math.min(most, Math.max(-most, this.wallAhead()))
  }

  #become(to: ClockState, what: ClockChange['what']): void {
    const from = this.#state
    this.#state = to
    this.#announce(this.#describe(what, from))
  }

  #describe(what: ClockChange['what'], from: ClockState | null): ClockChange {
    return {
      what,
      from,
      to: this.#state,
      epoch: this.#epoch,
      wallAheadMs: this.wallAhead(),
      businessMs: this.now(),
    }
  }

  #announce(change: ClockChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
