import type { Database } from 'better-sqlite3'

/** Pages of 4 kB in the log. */
type LogPages = number

/** Folding in waits for the disk twice, so the log grows to 8 MB first: every second commit of a rush would wait otherwise. */
const READY: LogPages = 2000
/** 160 MB. Once the log has grown to this, it is folded in whenever that is: reading has to look through it. */
const OVERDUE: LogPages = 40_000
/** Of each second, so much at its beginning is far enough from the next tick for the disk to take its time, ms. */
const FAR_FROM_NEXT_TICK_MS = 400

const SECOND_MS = 1000

/**
 * Chooses when the log is folded into the store's file. SQLite does it within a commit, on the thread that also tells the
 * time, and the disk may take a tenth of a second: so it does it right after a tick, and never shortly before the next.
 */
export class LogFolding {
  readonly #db: Database
  #foldsFrom: LogPages | undefined

  constructor(db: Database) {
    this.#db = db
  }

  /** @param now business time at which a commit begins, ms */
  beforeCommit(now: number): void {
    const intoSecond = now - Math.floor(now / SECOND_MS) * SECOND_MS
    const foldsFrom = intoSecond < FAR_FROM_NEXT_TICK_MS ? READY : OVERDUE
    if (foldsFrom === this.#foldsFrom) return
    this.#db.pragma(`wal_autocheckpoint = ${foldsFrom}`)
    this.#foldsFrom = foldsFrom
  }
}
