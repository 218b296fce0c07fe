import { ClockBounds, type ServerTimeBounds } from './clock-bounds.ts'
import { canBook, canSubmit, clockMode, type ClockMode } from './clock-mode.ts'
import { DisplayClock } from './display-clock.ts'
import { OffsetEstimate } from './offset-estimate.ts'

/** A tick that comes this much later than it was due puts the clock in doubt. */
const TICK_GAP_MS = 2000

/** What can be said about the server's time at one moment. Milliseconds throughout. */
export interface ClockReading {
  readonly mode: ClockMode
  /** To be shown, since the Unix epoch; null before the first exchange. */
  readonly displayMs: number | null
  /** The server's time is surely no further than this from the estimate, on either side; null when that is not known. */
  readonly uncertaintyMs: number | null
  /** Since the lost link was last heard of; null while it is up. */
  readonly lostForMs: number | null
  readonly canSubmit: boolean
  readonly canBook: boolean
}

/** Whether the link should run a burst of exchanges now. */
type WantsBurst = boolean

/** The client's clock: fed with what arrives and when, it tells the server's time and how far that can be relied on. */
export class SyncedClock {
  readonly #bounds: ClockBounds
  readonly #estimate = new OffsetEstimate()
  readonly #display = new DisplayClock()
  #epoch: number | null = null
  #tickEveryMs = 1000
  /** When the next tick is due; it is endlessly late before the first. */
  #tickDueAt = -Infinity
  #doubtAt: number | null = null
  #lostAt: number | null

  /** @param granularityMs the smallest step of the monotonic clock  @param m its reading now */
  constructor(granularityMs: number, m: number) {
    this.#bounds = new ClockBounds(granularityMs)
    this.#lostAt = m
  }

  get isLinked(): boolean {
    return this.#lostAt === null
  }

  /** A new socket is open. The old estimate is run on with until its first exchange replaces it. */
  linkOpened(): void {
    this.#bounds.startAfresh()
    this.#estimate.startAfresh()
    this.#tickDueAt = -Infinity
  }

  /** @param heardAt the monotonic reading when the link was last heard of */
  linkLost(heardAt: number): void {
    this.#lostAt ??= heardAt
  }

  /** From m on, ticks are due so often: those that came before say nothing of gaps. */
  expectTicks(everyMs: number, m: number): void {
    this.#tickEveryMs = everyMs
    this.#tickDueAt = m + everyMs
  }

  /** A tick of the server arrived at m. */
  tick(epoch: number, serverMs: number, m: number): WantsBurst {
    const renewed = this.#enterEpoch(epoch)
    const late = m - this.#tickDueAt
    const gap = late > TICK_GAP_MS && late < Infinity
    if (gap) this.doubt(m)
    const outcome = this.#bounds.tick(serverMs, m)
    if (outcome !== 'impossible') this.#tickDueAt = m + this.#tickEveryMs
    if (outcome === 'restarted') this.#doubtAt = m
    return renewed || gap || outcome === 'restarted'
  }

  /** An exchange has ended; its times are as in `ClockBounds.exchange`. */
  exchange(epoch: number, m1: number, t2: number, t3: number, m4: number): WantsBurst {
    // Its t2 may be of the old epoch: only the next exchange counts.
    if (this.#enterEpoch(epoch)) return true
    const outcome = this.#bounds.exchange(m1, t2, t3, m4)
    if (outcome === 'restarted') this.#estimate.startAfresh()
    if (outcome !== 'impossible') {
      this.#estimate.exchange(m1, t2, t3, m4)
      this.#doubtAt = null
      this.#lostAt = null
    }
    return outcome === 'restarted'
  }

  /** Something happened by which the monotonic clock may have missed time. Exchanges under way must be forgotten. */
  doubt(m: number): void {
    this.#bounds.doubt(m)
    this.#estimate.startAfresh()
    this.#doubtAt = m
  }

  boundsAt(m: number): ServerTimeBounds {
    return this.#bounds.at(m)
  }

  read(m: number): ClockReading {
    const { earliestMs, latestMs } = this.#bounds.at(m)
    const estimateMs = this.#estimated(earliestMs, latestMs, m)
    const uncertainty = Math.max(latestMs - estimateMs, estimateMs - earliestMs)
    const lostForMs = since(this.#lostAt, m)
    const mode = clockMode({
      exchanged: this.#bounds.exchanged,
      uncertaintyMs: uncertainty,
      tickLateMs: m - this.#tickDueAt,
      lostForMs,
      doubtForMs: since(this.#doubtAt, m),
    })
    return {
      mode,
      displayMs: this.#bounds.exchanged ? this.#display.read(estimateMs, m) : null,
      uncertaintyMs: Number.isFinite(uncertainty) ? uncertainty : null,
      lostForMs,
      canSubmit: canSubmit(mode, lostForMs),
      canBook: canBook(mode),
    }
  }

  /** The likeliest time among those that are possible. In doubt the earliest: the shown time waits for it rather than run ahead. */
  #estimated(earliestMs: number, latestMs: number, m: number): number {
    if (latestMs === Infinity) return earliestMs
    return Math.min(latestMs, Math.max(earliestMs, m + this.#estimate.at(m)))
  }

  /** @returns whether everything known had to be dropped */
  #enterEpoch(epoch: number): boolean {
    const renewed = this.#epoch !== null && this.#epoch !== epoch
    this.#epoch = epoch
    if (!renewed) return false
    this.#bounds.reset()
    this.#estimate.startAfresh()
    this.#display.reset()
    this.#doubtAt = null
    return true
  }
}

function since(at: number | null, m: number): number | null {
  return at === null ? null : Math.max(0, m - at)
}
