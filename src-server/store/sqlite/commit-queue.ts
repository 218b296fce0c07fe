import type { Database } from 'better-sqlite3'
import { StoreWriteError } from '../store.ts'

interface Job {
  /** Does the work inside its own savepoint; never rejects. Afterwards `settle` tells the caller. */
  run(): Promise<void>
  settle(commitError: StoreWriteError | undefined): void
}

/** One commit takes at most so many requests, so that a flood cannot keep the first of them waiting. */
const MOST_IN_ONE_COMMIT = 64

/**
 * Serialises all writes and lets those that wait together share one durable commit (group commit). A lone write does
 * not wait for company. Each write has a savepoint of its own: one that throws takes nothing else with it.
 */
export class CommitQueue {
  readonly #db: Database
  readonly #waiting: Job[] = []
  #running: Promise<void> | undefined

  readonly #onBegin: () => void

  /** @param onBegin runs at the start of each transaction, before any work in it */
  constructor(db: Database, onBegin: () => void) {
    this.#db = db
    this.#onBegin = onBegin
  }

  /** @throws StoreWriteError when the shared commit fails, or whatever the work throws */
  enqueue<T>(work: () => Promise<T>): Promise<T> {
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
    // One turn of the event loop, so that requests that arrived together are seen together.
    await new Promise<void>((resume) => setImmediate(resume))
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_IN_ONE_COMMIT)
      const failure = await this.#commit(batch)
      for (const job of batch) job.settle(failure)
    }
    this.#running = undefined
  }

  async #commit(batch: readonly Job[]): Promise<StoreWriteError | undefined> {
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      this.#onBegin()
      for (const job of batch) {
        await job.run()
        // A disk that is full or gone makes SQLite roll all of it back; the next job would commit on its own.
        if (!this.#db.inTransaction) throw new Error('the transaction was rolled back under a write')
      }
      this.#db.exec('COMMIT')
      return undefined
    } catch (cause) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      return new StoreWriteError(cause)
    }
  }

  async #inSavepoint<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
    this.#db.exec('SAVEPOINT request')
    try {
      const value = await work()
      this.#db.exec('RELEASE request')
      return { value }
    } catch (error) {
      // A disk error can have rolled everything back already.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK TO request; RELEASE request')
      return { error }
    }
  }
}
