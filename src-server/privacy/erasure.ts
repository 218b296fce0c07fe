import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import { giveWay } from '../reports/period.ts'
import { dateAt, timeLabel } from '../site/site-calendar.ts'
import type { ErasureCounts, ErasureLimits } from '../store/privacy-rows.ts'
import type { SiteRow, Store } from '../store/store.ts'

interface ErasureParts {
  readonly store: Store
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}

/** From this hour of the site's day on, when next to nobody is there; a PC that is off at night does it when it starts. */
const FROM_HOUR = 3
const EVERY_SECONDS = 60
/** So many rows of a kind in one write, which takes a few milliseconds. */
const BATCH = 100
const DAY_MS = 86_400_000

/** A night's work: for which day, by which rules, so that a shorter time counts at once and not from tomorrow. */
type Night = string

/**
 * Erases plates and telephone numbers when their time is over, each night by the trusted clock, in small writes, each with
 * its line of the trail. Where nobody can vouch for the time nothing is erased: it could not be brought back.
 */
export class Erasure {
  readonly #parts: ErasureParts
  #done: Night | undefined
  #running: Promise<void> | undefined
  #stopped = false
  /** Something was erased that may still stand in the log beside the store's file. */
  #isInLog = false

  constructor(parts: ErasureParts) {
    this.#parts = parts
  }

  onSecond(second: number): void {
    if (second % EVERY_SECONDS !== 0 || this.#running !== undefined || this.#stopped) return
    this.#running = this.#night().finally(() => {
      this.#running = undefined
    })
  }

  async #night(): Promise<void> {
    const { store, clock, onError } = this.#parts
    try {
      const site = await store.read((queries) => queries.site())
      if (site === undefined || isClockUntrusted(clock)) return
      const night = nightOf(site, clock.now())
      if (night === undefined || night === this.#done) return
      if (await this.#eraseAll()) this.#done = night
    } catch (error) {
      onError(error)
    }
  }

  /** @returns false when it was broken off: the clock is doubtful, or the server stops */
  async #eraseAll(): Promise<boolean> {
    const { store } = this.#parts
    for (;;) {
      const counts = await this.#eraseSome()
      if (counts === undefined) return false
      if (sum(counts) === 0) break
      this.#isInLog = true
      await giveWay()
    }
    if (this.#isInLog) this.#isInLog = !(await store.clearLog())
    return !this.#isInLog
  }

  /** One write. @returns undefined where it may not be done now */
  #eraseSome(): Promise<ErasureCounts | undefined> {
    const { store, clock } = this.#parts
    return store.write(async (tx) => {
      const site = await tx.site()
      if (site === undefined || this.#stopped || isClockUntrusted(clock)) return undefined
      const limits = limitsOf(site, tx.at)
      const counts = await tx.erasePersonal(limits, BATCH)
      if (sum(counts) > 0) {
        const data = { ...counts, plates_until: limits.platesUntil, phones_until: limits.phonesUntil }
        await tx.appendEvent({ at: tx.at, kind: 'privacy.erased', subject: 'site', actor: 'clock', data })
      }
      return counts
    })
  }

  /** Resolves when nothing is being erased any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }
}

/** Cars that had gone by then are forgotten. */
export function limitsOf({ plateDays, phoneDays }: SiteRow, now: number): ErasureLimits {
  return { platesUntil: now - plateDays * DAY_MS, phonesUntil: now - phoneDays * DAY_MS }
}

function nightOf({ timezone, plateDays, phoneDays }: SiteRow, now: number): Night | undefined {
  const hour = Number(timeLabel(now, timezone).slice(0, 2))
  return hour < FROM_HOUR ? undefined : `${dateAt(now, timezone)} ${plateDays} ${phoneDays}`
}

function sum(counts: ErasureCounts): number {
  const { bookings, stays, waitlist, permits, notices, lines } = counts
  return bookings + stays + waitlist + permits + notices + lines
}
