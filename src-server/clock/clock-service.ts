import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { announce } from '../events/announcement.ts'
import type { EventBus } from '../events/event-bus.ts'
import { keepNotices } from '../notices/keep-notice.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { Store, Transaction } from '../store/store.ts'
import type { Cancel, Timers } from './clock.ts'
import { STEP_MS, type ClockChange, type ClockGuard } from './clock-guard.ts'
import { sideOf, type Agreement, type Verdict } from './sntp/agreement.ts'
import type { SourceStatus, SourceWatch } from './sntp/source-watch.ts'

/** The wall clock is looked at this often, in ms: a step is noticed well within half a second. */
const CHECK_MS = 250
/** One point of the Clock page's plot every so many seconds, for so many hours. */
const SAMPLE_SECONDS = 10
const HISTORY_HOURS = 6
const MOST_SAMPLES = (HISTORY_HOURS * 3600) / SAMPLE_SECONDS

/** One point of the plot; instants and offsets in ms. */
export interface ClockSample {
  readonly at: number
  readonly wallAheadMs: number
  /** Where the sources agree that true time is ahead of business time; null while too few do. */
  readonly sourcesAheadMs: number | null
  /** Half the width of where they agree. */
  readonly uncertaintyMs: number | null
}

export interface ClockStatus {
  readonly wallAheadMs: number
  readonly agreement: Agreement | null
  /** Whom the sources side with; null while too few of them agree. */
  readonly verdict: Verdict | null
  readonly sources: readonly SourceStatus[]
  readonly history: readonly ClockSample[]
}

interface Parts {
  readonly guard: ClockGuard
  readonly watch: SourceWatch
  readonly store: Store
  readonly events: EventBus
  readonly timers: Timers
  readonly timezone: () => string
  readonly onError: (error: unknown) => void
}

/** Keeps the clock: looks at it, asks the sources, writes down what happens, and tells people. */
export class ClockService {
  readonly #parts: Parts
  readonly #history: ClockSample[] = []
  #agreement: Agreement | undefined
  #cancelCheck: Cancel = () => {}
  #stopListening: Cancel = () => {}
  #writing: Promise<void> = Promise.resolve()
  /** Who is behind the change that is happening; the guard itself knows nobody. */
  #cause: { readonly actor: string; readonly reason: string | null } = { actor: 'clock', reason: null }

  constructor(parts: Parts) {
    this.#parts = parts
  }

  start(): void {
    const { guard, watch } = this.#parts
    this.#stopListening = guard.onChange((change) => this.#record(change))
    this.#record(guard.describeStart())
    this.#checkSoon()
    watch.start(
      (agreement) => this.#hear(agreement),
      () => guard.state !== 'trusted',
    )
  }

  /** Resolves when everything that happened is written down. */
  async stop(): Promise<void> {
    this.#cancelCheck()
    this.#stopListening()
    this.#parts.watch.stop()
    await this.#writing
  }

  /** Each second: the mark is persisted, so that a restart carries business time on; now and then a point is kept. */
  onSecond(second: number): void {
    const { store, onError } = this.#parts
    // Every commit persists the mark; an empty one does nothing else.
    if (store.condition.is === 'writable') store.write(async () => {}).catch(onError)
    if (second % SAMPLE_SECONDS === 0) this.#sample()
  }

  /** Looks at the machine's clocks now: something says that it has slept. */
  wake(): void {
    this.#parts.guard.check()
  }

  status(): ClockStatus {
    const { guard, watch } = this.#parts
    const agreement = this.#agreement ?? null
    const wallAheadMs = guard.wallAhead()
    return {
      wallAheadMs,
      agreement,
      verdict: agreement && sideOf(agreement, wallAheadMs, STEP_MS),
      sources: watch.status(),
      history: this.#history,
    }
  }

  /** Somebody who may vouches for the wall clock. What they said is written down with what it did. */
  async accept(actor: string, reason: string): Promise<void> {
    this.#accept({ actor, reason })
    await this.#writing
  }

  /**
   * Puts a demo's time ahead. Whoever is signed in stays so: a session is about people, who were not away for that long.
   * @param ms whole milliseconds above 0
   */
  async putAhead(actor: string, ms: number): Promise<void> {
    const { guard, store } = this.#parts
    guard.check()
    // First, so that no session ends in between.
    await store.write((tx) => tx.moveSessions(ms))
    this.#because({ actor, reason: null }, () => guard.putAhead(ms))
    await this.#writing
  }

  /** Goes back to true time: the demo whose time was put ahead is no more. */
  async putRight(actor: string): Promise<void> {
    this.#because({ actor, reason: null }, () => this.#parts.guard.putRight())
    await this.#writing
  }

  #accept(cause: { actor: string; reason: string | null }): void {
    const { guard, watch } = this.#parts
    // What is noticed only now is nobody's doing, so it is looked for before somebody is named.
    guard.check()
    const before = guard.now()
    const epoch = guard.epoch
    this.#because(cause, () => guard.accept())
    // Offsets are measured from business time; when that has been set anew, the old ones mean nothing.
    if (guard.epoch !== epoch) {
      watch.shift(before - guard.now())
      this.#agreement = watch.agreement()
    }
  }

  /** What the guard changes meanwhile is somebody's doing. */
  #because(cause: { readonly actor: string; readonly reason: string | null }, change: () => void): void {
    this.#cause = cause
    change()
    this.#cause = { actor: 'clock', reason: null }
  }

  #hear(agreement: Agreement | undefined): void {
    this.#agreement = agreement
    const { guard } = this.#parts
    guard.check()
    if (agreement === undefined || guard.state === 'trusted') return
    const verdict = sideOf(agreement, guard.wallAhead(), STEP_MS)
    // Where the sources bear out business time alone, guarded is what the clock should be.
    if (verdict === 'both' || verdict === 'wall')
      this.#accept({ actor: 'sources', reason: `${agreement.count} sources agree` })
  }

  #checkSoon(): void {
    this.#cancelCheck = this.#parts.timers.after(CHECK_MS, () => {
      this.#parts.guard.check()
      this.#checkSoon()
    })
  }

  #sample(): void {
    const agreement = this.#agreement
    this.#history.push({
      at: this.#parts.guard.now(),
      wallAheadMs: this.#parts.guard.wallAhead(),
      sourcesAheadMs: agreement === undefined ? null : (agreement.lo + agreement.hi) / 2,
      uncertaintyMs: agreement === undefined ? null : (agreement.hi - agreement.lo) / 2,
    })
    if (this.#history.length > MOST_SAMPLES) this.#history.shift()
  }

  #record(change: ClockChange): void {
    const cause = this.#cause
    const { store, watch, onError } = this.#parts
    if (change.to === 'guarded') watch.hurry()
    this.#writing = store
      .write(async (tx) => {
        const announcement = { notification: this.#newsOf(change, await writeChange(tx, change, cause), tx.at) }
        // Whoever begins with a site of their own has no news of the demo before it.
        return change.what === 'put_right' ? [announcement] : keepNotices(tx, [announcement])
      })
      .then((announcements) => announce(this.#parts.events, announcements))
      .catch(onError)
  }

  #newsOf({ what, to, epoch }: ClockChange, seq: number, at: number): Notification {
    return { type: 'clock_changed', seq, at: toSiteIso(at, this.#parts.timezone()), what, clock_state: to, epoch }
  }
}

async function writeChange(
  tx: Transaction,
  change: ClockChange,
  { actor, reason }: { actor: string; reason: string | null },
): Promise<number> {
  const { what, from: fromState, to: toState, epoch, wallAheadMs, sleptMs = null } = change
  // An earlier clock must stretch nothing. A later one moves nothing: that much time has passed after all.
  if (what === 'accepted' && wallAheadMs < 0) await tx.moveDeadlines(wallAheadMs, epoch - 1)
  await tx.appendClockLog({ at: tx.at, what, fromState, toState, epoch, wallAheadMs, sleptMs, actor, reason })
  return tx.appendEvent({
    at: tx.at,
    kind: `clock.${what}`,
    subject: 'clock',
    actor,
    data: { from: fromState, to: toState, epoch, wall_ahead_ms: Math.round(wallAheadMs), reason },
  })
}
