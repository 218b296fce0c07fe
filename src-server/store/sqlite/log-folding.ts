import type { Database, Statement } from 'better-sqlite3'

/** Pages of 4 kB in the log. */
type LogPages = number

/** Folding in waits for the disk twice, so the log grows to 8 MB first: every second commit of a rush would wait otherwise. */
const READY: LogPages = 2000
/** 160 MB. Once the log has grown to this, it is folded in whenever that is: reading has to look through it. */
const OVERDUE: LogPages = 40_000
/** Of each second, so much at its beginning is far enough from the next tick for the disk to take its time, ms. */
const FAR_FROM_NEXT_TICK_MS = 400

const SECOND_MS = 1000
/** The log's length is looked at with the first commit of each second, and with so many more. */
const LOOK_EVERY_COMMITS = 32

/**
 * Folds the log into the store's file. That is done on the thread that also tells the time, and the disk may take a tenth
 * of a second: so it is done right after a tick, and never shortly before the next. SQLite would do it by itself, but
 * would keep to itself that the disk failed at it.
 */
export class LogFolding {
  readonly #db: Database
  readonly #length: Statement<[], { readonly log: LogPages }>
  #second: number | undefined
  #unseenCommits = 0

  constructor(db: Database) {
    this.#db = db
    db.pragma('wal_autocheckpoint = 0')
    this.#length = db.prepare('PRAGMA wal_checkpoint(NOOP)')
  }

  /** @param now business time at which a commit has ended, ms @throws SqliteError when the disk fails */
  afterCommit(now: number): void {
    const second = Math.floor(now / SECOND_MS)
    this.#unseenCommits += 1
    if (second === this.#second && this.#unseenCommits < LOOK_EVERY_COMMITS) return
    this.#second = second
    this.#unseenCommits = 0
    const intoSecond = now - second * SECOND_MS
    const foldsFrom = intoSecond < FAR_FROM_NEXT_TICK_MS ? READY : OVERDUE
    // What other programs still read stays in the log until the next time.
    if ((this.#length.get()?.log ?? 0) >= foldsFrom) this.#db.pragma('wal_checkpoint(PASSIVE)')
  }
}
