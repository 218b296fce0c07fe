import type { ClockState } from '../../src-shared/api/fields.ts'
import type { Clock, ClockMark, TimeSource } from './clock.ts'
import { ElapsedTime, type Reading } from './elapsed-time.ts'

/** The wall clock may part from elapsed time by this much between two looks before that is a step, in ms. */
export const STEP_MS = 128
/** And by this much in all, however slowly it got there. */
export const RESIDUAL_MS = 2000
/** How fast business time may be led towards a trusted wall clock: 100 ppm. */
export const SLEW_RATE = 100e-6
/** It is led for this long after a look, in ms: in a stall or a sleep, an old look soon leads nowhere. */
const SLEW_SPAN_MS = 1000
/** A residual is to be gone after this long, in ms, as far as the rate allows. */
const SLEW_HORIZON_MS = 250
/** A machine that was off for longer than this starts with a clock that somebody has to vouch for. */
export const LONG_OFF_MS = 36 * 3_600_000

/** Something happened to the clock that people should be able to read about afterwards. */
export interface ClockChange {
  readonly what: 'started' | 'stepped' | 'drifted' | 'slept' | 'accepted' | 'confirmed' | 'put_ahead' | 'put_right'
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
  const wall = source.wallMs() + (mark?.demoAheadMs ?? 0)
  if (mark === undefined) return { businessMs: wall, state: 'provisional', epoch: 1 }
  const boot = source.bootMs()
  const bootId = source.bootId()
  const isSameBoot = bootId !== undefined && bootId === mark.bootId
  // A boot clock that has gone back was begun anew, as a container's is: it carries nothing on.
  if (isSameBoot && boot !== undefined && mark.bootMs !== null && boot >= mark.bootMs) {
    const businessMs = mark.businessMs + boot - mark.bootMs
    const isApart = Math.abs(wall - businessMs) > RESIDUAL_MS
    return { businessMs, state: stateOnSameBoot(mark.state, isApart), epoch: mark.epoch }
  }
  const epoch = mark.epoch + 1
  // Time cannot be earlier than what was already stamped, so a clock set back starts from the mark.
  if (wall < mark.businessMs - RESIDUAL_MS) return { businessMs: mark.businessMs, state: 'rollback', epoch }
  // A second restart vouches for nothing: what was suspect before it still is.
  const isSuspect = mark.state === 'forward_suspect' || wall > mark.businessMs + LONG_OFF_MS
  if (isSuspect) return { businessMs: Math.max(wall, mark.businessMs), state: 'forward_suspect', epoch }
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
  /** Business time runs at 1 + this since the last look, for as long as a look is fresh. */
  #slewRate = 0
  #slewed = 0
  /** A demo's time runs so far ahead; the wall clock is looked at as if it did, too. */
  #demoAhead: number
  #stamp: number
  #last: Reading<number>

  /** @param lastStamp the highest commit stamp in the store, in ms since the epoch; 0 in an empty store */
  constructor(source: TimeSource, mark: ClockMark | undefined, lastStamp: number) {
    this.#source = source
    this.#elapsed = new ElapsedTime(source)
    const start = this.#elapsed.with(() => startOf(source, mark))
    this.#base = start.value.businessMs - start.elapsedMs
    this.#state = start.value.state
    this.#epoch = start.value.epoch
    this.#demoAhead = mark?.demoAheadMs ?? 0
    this.#stamp = lastStamp
    this.#last = this.#look()
  }

  get state(): ClockState {
    return this.#state
  }

  get epoch(): number {
    return this.#epoch
  }

  now(): number {
    return this.#at(this.#elapsed.now())
  }

  /** Milliseconds since the start of the program, sleep included. Nothing sets it, not even an accepted wall clock. */
  elapsedMs(): number {
    return this.#elapsed.now()
  }

  get demoAheadMs(): number {
    return this.#demoAhead
  }

  /** How far the wall clock is ahead of business time, in ms; a demo's own time counts as the wall clock's. */
  wallAhead(): number {
    return this.#aheadAt(this.#look())
  }

  commitStamp(after = 0): number {
    this.check()
    this.#stamp = Math.max(Math.floor(this.now()), this.#stamp + 1, after + 1)
    return this.#stamp
  }

  mark(): ClockMark {
    const { value: boot, elapsedMs } = this.#elapsed.with(() => this.#source.bootMs())
    return {
      businessMs: this.#at(elapsedMs),
      bootMs: boot ?? null,
      bootId: this.#source.bootId() ?? null,
      epoch: this.#epoch,
      state: this.#state,
      demoAheadMs: this.#demoAhead,
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
    const before = this.#last
    const look = this.#look()
    this.#last = look
    this.#slewed = this.#slewedAt(look.elapsedMs, before.elapsedMs)
    this.#slewRate = 0
    const jump = look.value - before.value - (look.elapsedMs - before.elapsedMs)
    const what = this.#judge(Math.abs(jump) - look.spreadMs - before.spreadMs, this.#aheadAt(look))
    const from = this.#state
    const slept = { ...this.#describe('slept', from), sleptMs }
    if (what !== undefined) this.#state = 'guarded'
    // Told last, when all is settled: whoever listens may look at the clock again.
    if (sleptMs > 0) this.#announce(slept)
    if (what !== undefined) this.#announce(this.#describe(what, from))
  }

  /** @param jump what the wall clock has surely jumped, in ms @param ahead what it is ahead of business time, in ms */
  #judge(jump: number, ahead: number): 'stepped' | 'drifted' | undefined {
    if (this.#state !== 'trusted' && this.#state !== 'provisional') return undefined
    if (jump > STEP_MS) return 'stepped'
    if (Math.abs(ahead) > RESIDUAL_MS) return 'drifted'
    if (this.#state === 'trusted') {
      this.#slewRate = Math.min(SLEW_RATE, Math.max(-SLEW_RATE, ahead / SLEW_HORIZON_MS))
    }
    return undefined
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

  /**
   * Puts a demo's time ahead: that much time has passed, for everybody. There is no way back but `putRight`, by which a
   * slot that has begun could be open again; so that is for a store without a site.
   * @param ms whole milliseconds above 0
   */
  putAhead(ms: number): void {
    this.check()
    this.#moveDemo(ms, 'put_ahead')
  }

  /** Goes back to true time, where there is nothing any more that could have begun by the time of the demo. */
  putRight(): void {
    this.check()
    if (this.#demoAhead !== 0) this.#moveDemo(-this.#demoAhead, 'put_right')
  }

  #moveDemo(ms: number, what: 'put_ahead' | 'put_right'): void {
    this.#demoAhead += ms
    this.#base += ms
    this.#last = { ...this.#last, value: this.#last.value + ms }
    this.#epoch += 1
    this.#announce({ ...this.#describe(what, this.#state), wallAheadMs: ms })
  }

  #look(): Reading<number> {
    return this.#elapsed.with(() => this.#source.wallMs() + this.#demoAhead)
  }

  /** Business time at a moment of elapsed time. */
  #at(elapsedMs: number): number {
    return this.#base + (elapsedMs + this.#slewedAt(elapsedMs, this.#last.elapsedMs))
  }

  #aheadAt({ value, elapsedMs }: Reading<number>): number {
    return value - this.#at(elapsedMs)
  }

  /** Continuous, and slower than time itself: leading business time back never makes it run backwards. */
  #slewedAt(elapsedMs: number, sinceMs: number): number {
    return this.#slewed + this.#slewRate * Math.min(SLEW_SPAN_MS, Math.max(0, elapsedMs - sinceMs))
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
