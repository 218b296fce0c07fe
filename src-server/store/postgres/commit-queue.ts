import type { PoolClient } from 'pg'
import type { Timers } from '../../clock/clock.ts'
import { Backoff } from '../../../src-shared/time/backoff.ts'
import { TrailEnd } from '../sql/event-trail.ts'
import { StoreWriteError, type CommitClock, type Ms, type Transaction } from '../store.ts'
import type { WriteGuard } from '../write-guard.ts'
import { inTurn, type Database } from './database.ts'
import { isDatabaseAway, isUnheardOf, isWorthTryingAgain } from './database-trouble.ts'
import { operations } from './operations.ts'
import { say, type Queryable } from './postgres-sql.ts'

interface Job {
  /** Does the work inside its own savepoint; rejects only when the transaction cannot go on. Done again when it is tried again. */
  run(transaction: Transaction, pen: Pen): Promise<void>
  settle(failure: StoreWriteError | undefined): void
}

/** One commit takes at most so many requests, so that a flood cannot keep the first of them waiting. */
const MOST_IN_ONE_COMMIT = 64
/** Another transaction was in the way so often, which none is while all of them take the site's lock first. */
const MOST_TRIES = 6
/** So long after it was sent is asked what became of a commit whose answer was lost. Nobody waits longer for an answer. */
const SETTLE_WITHIN_MS = 20_000
/** Somebody waits for it. */
const LONGEST_PAUSE_MS = 1000
/** The first wait is up to 31 ms. */
const AT_ONCE = -4

export interface QueueParts {
  readonly database: Database
  readonly clock: CommitClock
  readonly guard: WriteGuard
  readonly timers: Timers
  readonly random: () => number
  readonly randomBytes: (count: number) => Uint8Array
  /** What this server is called among those of its site. */
  readonly server: string
  readonly mostInOneCommit?: number | undefined
  /** Called in each commit with the site's key: another server may have begun anew with another one. */
  readonly onKey: (key: Uint8Array) => void
}

/**
 * The site's row is locked first, so that what all servers of a site write is written one commit after the other: numbers
 * have no gap, the trail no fork, and a stamp is above that of whichever server wrote before.
 */
const LOCK = 'SELECT last_stamp::text AS stamp, secret_key AS key FROM store_state FOR UPDATE'
const STAMP = `UPDATE store_state SET last_stamp = $1, mark_business_ms = $2, mark_boot_ms = $3, mark_boot_id = $4,
  mark_epoch = $5, mark_state = $6, mark_demo_ahead_ms = $7 RETURNING pg_current_xact_id()::text AS xid`
const OWN_CLOCK = `INSERT INTO server_clock (server, business_ms, boot_ms, boot_id, epoch, state, demo_ahead_ms)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (site_id, server) DO UPDATE SET business_ms = excluded.business_ms,
  boot_ms = excluded.boot_ms, boot_id = excluded.boot_id, epoch = excluded.epoch, state = excluded.state,
  demo_ahead_ms = excluded.demo_ahead_ms`

const STATUS = 'SELECT pg_xact_status($1::xid8) AS status'
/** A crash may lose a transaction with its number, which somebody else then gets; this server's row is nobody else's. */
const OWN_TRACE = 'SELECT 1 FROM server_clock WHERE server = $1 AND xmin = $2::xid8::xid'

/** Locks the site, stamps the commit that is begun, and writes down the clock with it. @returns its one instant */
export async function beginStamped(
  connection: Queryable,
  { clock, server }: Pick<QueueParts, 'clock' | 'server'>,
): Promise<{ readonly at: Ms; readonly xid: string; readonly key: Uint8Array }> {
  const [before] = (await connection.query({ name: 'lock', text: LOCK })).rows as { stamp: string; key: Uint8Array }[]
  if (before === undefined) throw new Error('the site’s own row is not there')
  const stamp = clock.commitStamp(Number(before.stamp))
  const { businessMs, bootMs, bootId, epoch, state, demoAheadMs = 0 } = clock.mark()
  const mark = [businessMs, bootMs, bootId, epoch, state, demoAheadMs]
  const stamped = await connection.query({ name: 'stamp', text: STAMP, values: [stamp, ...mark] })
  await connection.query({ name: 'own_clock', text: OWN_CLOCK, values: [server, ...mark] })
  const [{ xid }] = stamped.rows as [{ xid: string }]
  // One instant for each commit: those who share it were decided together.
  return { at: Math.floor(businessMs), xid, key: before.key }
}

/** What is prepared once for each connection. */
interface Pen {
  readonly connection: Queryable
  readonly doing: Omit<Transaction, 'at'>
  readonly trail: TrailEnd
}

/**
 * Lets the writes of this server that wait together share one durable commit. Each has a savepoint of its own: one that
 * throws takes nothing else with it. A commit whose answer is lost is asked about until the database says what became of it.
 */
export class CommitQueue {
  readonly #parts: QueueParts
  readonly #waiting: Job[] = []
  readonly #pens = new WeakMap<PoolClient, Pen>()
  #running: Promise<void> | undefined

  constructor(parts: QueueParts) {
    this.#parts = parts
  }

  /** @throws StoreWriteError when the shared commit fails, or whatever the work throws */
  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    // Not only once it is its turn: what is before it may be waiting for a database that is away.
    this.#parts.guard.enter()
    return new Promise<T>((resolve, reject) => {
      let outcome: { value: T } | { error: unknown } | undefined
      this.#waiting.push({
        run: async (transaction, { connection, trail }) => {
          await say(connection, 'SAVEPOINT request')
          try {
            outcome = { value: await work(transaction) }
            await say(connection, 'RELEASE request')
          } catch (error) {
            if (isDatabaseAway(error) || isWorthTryingAgain(error)) throw error
            outcome = { error }
            await say(connection, 'ROLLBACK TO request; RELEASE request')
            // What was taken back may have been a line of it.
            trail.forget()
          }
        },
        settle: (failure) => {
          if (failure !== undefined || outcome === undefined) reject(failure ?? new Error('never ran'))
          else if ('error' in outcome) reject(outcome.error)
          else resolve(outcome.value)
        },
      })
      this.#running ??= this.#drain()
    })
  }

  /** Resolves when everything written so far is committed. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await new Promise<void>((resume) => setImmediate(resume))
      const batch = this.#waiting.splice(0, this.#parts.mostInOneCommit ?? MOST_IN_ONE_COMMIT)
      const failure = await this.#commit(batch)
      for (const job of batch) job.settle(failure)
    }
    this.#running = undefined
  }

  async #commit(batch: readonly Job[]): Promise<StoreWriteError | undefined> {
    const { guard, random } = this.#parts
    const backoff = new Backoff(random, AT_ONCE)
    for (let tries = 1; ; tries += 1) {
      try {
        guard.enter()
        await this.#attempt(batch)
        guard.succeeded()
        return undefined
      } catch (cause) {
        if (isWorthTryingAgain(cause) && tries < MOST_TRIES) {
          await this.#pause(backoff.nextMs(0))
          continue
        }
        const failure = cause instanceof StoreWriteError ? cause : new StoreWriteError(cause)
        this.#failed(cause, failure)
        return failure
      }
    }
  }

  /** Those who wait would find a database that is away, one after the other. */
  #failed(cause: unknown, failure: StoreWriteError): void {
    this.#parts.guard.failed(cause)
    if (isDatabaseAway(cause)) for (const job of this.#waiting.splice(0)) job.settle(failure)
  }

  async #attempt(batch: readonly Job[]): Promise<void> {
    let sent: { readonly xid: string; readonly at: number } | undefined
    try {
      await this.#parts.database.with(async (client) => {
        const pen = this.#penOf(client)
        await say(pen.connection, 'BEGIN')
        try {
          const begun = await this.#begin(pen)
          for (const job of batch) await job.run(begun.transaction, pen)
          sent = { xid: begun.xid, at: this.#elapsed() }
          await say(pen.connection, 'COMMIT')
        } catch (error) {
          if (!isDatabaseAway(error)) await say(pen.connection, 'ROLLBACK')
          throw error
        }
      })
    } catch (error) {
      if (sent === undefined || !isDatabaseAway(error)) throw error
      this.#failed(error, new StoreWriteError(error))
      if (!(await this.#isCommitted(sent.xid, sent.at + SETTLE_WITHIN_MS))) throw error
    }
  }

  async #begin({ connection, doing, trail }: Pen): Promise<{ transaction: Transaction; xid: string }> {
    const { at, xid, key } = await beginStamped(connection, this.#parts)
    this.#parts.onKey(key)
    trail.forget()
    return { transaction: { ...doing, at }, xid }
  }

  /** Asks what became of a commit whose answer was lost, for as long as the database is away. */
  async #isCommitted(xid: string, until: number): Promise<boolean> {
    const backoff = new Backoff(this.#parts.random, AT_ONCE)
    for (;;) {
      await this.#pause(Math.min(LONGEST_PAUSE_MS, backoff.nextMs(0)))
      try {
        const status = await this.#parts.database.with((client) => this.#statusOf(client, xid))
        // Its connection is gone, and the database may not have noticed yet.
        if (status !== 'in progress') return status === 'committed'
      } catch (error) {
        if (isUnheardOf(error)) return false
        if (!isDatabaseAway(error)) throw error
      }
      // Whoever asked finds out by asking the same again: its idempotency key is there, or it is not.
      if (this.#elapsed() >= until) throw new Error('nobody knows what became of a commit')
    }
  }

  async #statusOf(client: PoolClient, xid: string): Promise<string | null> {
    const [{ status }] = (await client.query(STATUS, [xid])).rows as [{ status: string | null }]
    if (status !== 'committed') return status
    const { rows } = await client.query(OWN_TRACE, [this.#parts.server, xid])
    return rows.length > 0 ? status : 'lost'
  }

  /** Ms that nobody sets; where the platform counts none since it was switched on, those of business time. */
  #elapsed(): number {
    const { bootMs, businessMs } = this.#parts.clock.mark()
    return bootMs ?? businessMs
  }

  #penOf(client: PoolClient): Pen {
    const known = this.#pens.get(client)
    if (known !== undefined) return known
    const connection = inTurn(client)
    const trail = new TrailEnd()
    const pen = { connection, trail, doing: operations(connection, this.#parts.randomBytes, trail) }
    this.#pens.set(client, pen)
    return pen
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resume) => this.#parts.timers.after(ms, resume))
  }
}
