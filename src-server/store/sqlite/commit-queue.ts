import type { Database } from 'better-sqlite3'
import { StoreWriteError } from '../store.ts'
import { diskTrouble } from './disk-trouble.ts'
import { LogFolding } from './log-folding.ts'

interface Job {
  /** Does the work inside its own savepoint; never rejects. Afterwards `settle` tells the caller. */
  run(): Promise<void>
  settle(commitError: StoreWriteError | undefined): void
}

/** One commit takes at most so many requests, so that a flood cannot keep the first of them waiting. */
const MOST_IN_ONE_COMMIT = 64

/** Seconds begin with a tick, which must not wait for a commit. */
const TICK_EVERY_MS = 1000
/** The slowest commit of late is what the next one is expected to take; each further one forgets so much of it. */
const FORGOTTEN = 1 / 50
/** A disk that is slower than this makes ticks late rather than bookings slow, ms. */
const MOST_EXPECTED_MS = 30

export interface TransactionWatch {
  /** Business time, ms. */
  now(): number
  /** Called between writes, and when one comes in: what must not wait for all of them has its turn. */
  giveWay(): void
  /** Runs before each transaction. What it throws, everybody in it is told. */
  enter?(): void
  /** Runs at the start of each transaction, before any work in it. */
  begin(): void
  /** Runs when something was taken back: one request's work, or a whole transaction's. */
  rolledBack(): void
  /** Runs when a transaction is on the disk. */
  committed?(): void
  /** Runs with what made a transaction fail, or the folding in of the log after it. */
  failed?(cause: unknown): void
}

export interface CommitQueueOptions {
  /** How many requests may share one commit, 1 or more. */
  readonly mostInOneCommit?: number | undefined
}

/** What is said around each request's work, prepared once. */
function words(db: Database) {
  return {
    savepoint: db.prepare('SAVEPOINT request'),
    release: db.prepare('RELEASE request'),
  }
}

/**
 * Serialises all writes and lets those that wait together share one durable commit (group commit). A lone write does
 * not wait for company. Each write has a savepoint of its own: one that throws takes nothing else with it. A commit that
 * would run into the next tick takes fewer along, and the rest afterwards; a lone write waits for no tick either.
 */
export class CommitQueue {
  readonly #db: Database
  readonly #waiting: Job[] = []
  #running: Promise<void> | undefined
  /** What the disk answered to a write of the transaction under way. */
  #diskError: Error | undefined
  /** How long a commit is expected to take once the work in it is done, ms. */
  #commitMs = 0

  readonly #say: ReturnType<typeof words>
  readonly #folding: LogFolding
  readonly #watch: TransactionWatch
  readonly #most: number

  constructor(
    db: Database,
    watch: TransactionWatch,
    { mostInOneCommit = MOST_IN_ONE_COMMIT }: CommitQueueOptions = {},
  ) {
    this.#db = db
    this.#watch = watch
    this.#say = words(db)
    this.#folding = new LogFolding(db)
    this.#most = mostInOneCommit
  }

  /** @throws StoreWriteError when the shared commit fails, or whatever the work throws */
  enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.#watch.giveWay()
    return new Promise<T>((resolve, reject) => {
      let outcome: { value: T } | { error: unknown } | undefined
      this.#waiting.push({
        run: async () => {
          outcome = await this.#inSavepoint(work)
        },
        settle: (commitError) => {
          if (commitError !== undefined || outcome === undefined) reject(commitError ?? new Error('never ran'))
          else if ('error' in outcome) reject(outcome.error)
          else resolve(outcome.value)
        },
      })
      this.#running ??= this.#drain()
    })
  }

  /** Resolves when everything enqueued so far is committed. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // One turn of the event loop before each commit: requests that arrived together are seen together, and the answers
      // to those before them are on their way. A crowd whose commit would run into the tick begins right behind it.
      do await new Promise<void>((resume) => setImmediate(resume))
      while (this.#waiting.length > 1 && this.#wouldRunInto(this.#nextTick()))
      const batch = this.#waiting.splice(0, this.#most)
      const failure = await this.#commit(batch)
      for (const job of batch) job.settle(failure)
    }
    this.#running = undefined
  }

  /** @param batch what is left out of it waits for the next commit */
  async #commit(batch: Job[]): Promise<StoreWriteError | undefined> {
    const tickAt = this.#nextTick()
    this.#diskError = undefined
    try {
      this.#watch.enter?.()
      this.#db.exec('BEGIN IMMEDIATE')
      this.#watch.begin()
      for (const [index, job] of batch.entries()) {
        this.#watch.giveWay()
        await job.run()
        this.#expectUnderWay()
        if (this.#wouldRunInto(tickAt)) this.#waiting.unshift(...batch.splice(index + 1))
      }
      const before = this.#watch.now()
      this.#db.exec('COMMIT')
      this.#learn(this.#watch.now() - before)
    } catch (cause) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      this.#watch.rolledBack()
      this.#watch.failed?.(cause)
      return cause instanceof StoreWriteError ? cause : new StoreWriteError(cause)
    }
    this.#watch.committed?.()
    this.#foldLogIn()
    return undefined
  }

  /** A disk that is full or gone makes SQLite roll all of it back; the next job would commit on its own. */
  #expectUnderWay(): void {
    if (this.#diskError !== undefined) throw this.#diskError
    if (!this.#db.inTransaction) throw new Error('the transaction was rolled back under a write')
  }

  /** What is committed is on the disk, whatever becomes of this. */
  #foldLogIn(): void {
    try {
      this.#folding.afterCommit(this.#watch.now())
    } catch (cause) {
      this.#watch.failed?.(cause)
    }
  }

  /** When the next tick is due, ms of business time. */
  #nextTick(): number {
    return (Math.floor(this.#watch.now() / TICK_EVERY_MS) + 1) * TICK_EVERY_MS
  }

  #wouldRunInto(tickAt: number): boolean {
    return this.#watch.now() + this.#commitMs >= tickAt
  }

  /** @param tookMs by a clock that may have been set meanwhile */
  #learn(tookMs: number): void {
    this.#commitMs = Math.min(MOST_EXPECTED_MS, Math.max(tookMs, this.#commitMs * (1 - FORGOTTEN)))
  }

  async #inSavepoint<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
    this.#say.savepoint.run()
    try {
      const value = await work()
      this.#say.release.run()
      return { value }
    } catch (error) {
      // A disk error can have rolled everything back already.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK TO request; RELEASE request')
      this.#watch.rolledBack()
      if (error instanceof Error && diskTrouble(error) !== undefined) this.#diskError = error
      return { error }
    }
  }
}
