import type { ClockMark, Timers } from '../../clock/clock.ts'
import {
  StoreOpenError,
  StoreWriteError,
  type CommitClock,
  type EventInput,
  type Ms,
  type Queries,
  type Store,
  type StoreCondition,
  type Transaction,
} from '../store.ts'
import { queries } from '../sql/queries.ts'
import { reportQueries } from '../sql/report-queries.ts'
import { beginWith } from '../begin-with.ts'
import type { ReportQueries } from '../report-rows.ts'
import type { WholeStore } from '../whole-store.ts'
import { WriteGuard } from '../write-guard.ts'
import { beginStamped, CommitQueue } from './commit-queue.ts'
import { Database, inTurn, type DatabasePlace } from './database.ts'
import { isDatabaseAway } from './database-trouble.ts'
import { operations } from './operations.ts'
import { ownTypes } from './own-types.ts'
import { postgresSql, say, sayPatiently, type Queryable } from './postgres-sql.ts'
import { emptySite, fillSite, holdsSite, setKey, wholeSite } from './whole-site.ts'
import { TrailEnd } from '../sql/event-trail.ts'

export interface PostgresStoreOptions extends DatabasePlace {
  /** What this server is called among those of its site: its clock is written down under it. */
  readonly server: string
  readonly randomBytes: (count: number) => Uint8Array
  readonly random: () => number
  readonly timers: Timers
  readonly mostInOneCommit?: number | undefined
  /** Called when the store takes no more writes, and when it takes them again. */
  readonly onCondition?: (condition: StoreCondition) => void
  readonly clock: (lastStamp: Ms, mark: ClockMark | undefined) => CommitClock
  /** Reads a copy that somebody has decided to go on with. */
  readonly openCopy: (file: string) => Promise<WholeStore & { close(): void }>
  /** Writes all of the site into a file. @returns the folder that it lies in */
  readonly keep: (whole: WholeStore) => Promise<string>
}

interface State {
  readonly secretKey: Uint8Array
  readonly lastStamp: Ms
  readonly mark: ClockMark | undefined
}

const OWN_ROW = 'INSERT INTO store_state (id, secret_key, last_stamp) VALUES (1, $1, 0) ON CONFLICT DO NOTHING'
const STATE = `SELECT secret_key AS "secretKey", last_stamp AS "lastStamp" FROM store_state`
/** This server's own, or the newest of the others: time has gone at least so far. */
const MARK = `SELECT business_ms AS "businessMs", boot_ms AS "bootMs", boot_id AS "bootId", epoch, state,
  demo_ahead_ms AS "demoAheadMs" FROM server_clock ORDER BY server = $1 DESC, business_ms DESC LIMIT 1`

/**
 * Opens a site in a PostgreSQL database, whose schema is made when it is not there.
 * @throws StoreOpenError when the database cannot be used, with what to do
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  const database = await Database.open(options)
  try {
    const state = await stateOf(database, options)
    return new PostgresStore(options, database, state, options.clock(state.lastStamp, state.mark))
  } catch (error) {
    await database.close()
    throw error
  }
}

async function stateOf(
  database: Queryable,
  { randomBytes, server }: Pick<PostgresStoreOptions, 'randomBytes' | 'server'>,
): Promise<State> {
  await database.query({ text: OWN_ROW, values: [Buffer.from(randomBytes(32))] })
  const [state] = (await database.query({ text: STATE, types: ownTypes })).rows as Omit<State, 'mark'>[]
  if (state === undefined) throw new StoreOpenError('The site has lost its own row. Restore a backup.')
  const [mark] = (await database.query({ text: MARK, values: [server], types: ownTypes })).rows as ClockMark[]
  return { ...state, mark }
}

export class PostgresStore implements Store {
  readonly lastStamp: Ms
  readonly #options: PostgresStoreOptions
  readonly #database: Database
  readonly #clock: CommitClock
  readonly #guard: WriteGuard
  readonly #queue: CommitQueue
  readonly #committed: Queries
  #secretKey: Uint8Array
  /** While the site begins anew, this server's writes wait for it. */
  #renewal: Promise<unknown> | undefined

  constructor(options: PostgresStoreOptions, database: Database, state: State, clock: CommitClock) {
    this.#options = options
    this.#database = database
    this.#clock = clock
    this.lastStamp = state.lastStamp
    this.#secretKey = state.secretKey
    const troubleOf = (error: unknown) => (isDatabaseAway(error) ? 'database_away' : undefined)
    this.#guard = new WriteGuard(() => clock.now(), options.onCondition ?? (() => {}), troubleOf)
    const onKey = (key: Uint8Array) => {
      this.#secretKey = key
    }
    this.#queue = new CommitQueue({ ...options, database, clock, guard: this.#guard, onKey })
    this.#committed = queries(postgresSql(database))
  }

  get secretKey(): Uint8Array {
    return this.#secretKey
  }

  get condition(): StoreCondition {
    return this.#guard.condition
  }

  async tryAgain(): Promise<void> {
    // Each commit locks the site's row and stamps it: an empty one shows whether the database takes it.
    await this.#guard.try(() => this.write(async () => {}))
  }

  async read<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#knowingWhy(() => work(this.#committed))
  }

  async snapshot<T>(work: (queries: ReportQueries) => Promise<T>): Promise<T> {
    return this.#atOneMoment((connection) => work(reportQueries(postgresSql(connection))))
  }

  /** All of the site, as it is at one moment. */
  async whole<T>(work: (whole: WholeStore) => Promise<T>): Promise<T> {
    return this.#atOneMoment((connection) => work(wholeSite(connection)))
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    while (this.#renewal !== undefined) await this.#renewal
    return this.#queue.write(work)
  }

  async beginAnew(may: (queries: Queries) => Promise<boolean>, first: Omit<EventInput, 'at'>): Promise<boolean> {
    return this.#renew(first, async (connection) => {
      if (!(await may(queries(postgresSql(connection))))) return false
      await emptySite(connection)
      await setKey(connection, this.#options.randomBytes(32))
      return true
    })
  }

  async restoreFrom(copy: string, first: Omit<EventInput, 'at'>): Promise<{ readonly keptIn: string }> {
    const source = await this.#options.openCopy(copy)
    try {
      let keptIn = ''
      await this.#renew(first, async (connection) => {
        // With the site locked: what another server writes a moment before is kept, too.
        keptIn = await this.#options.keep(wholeSite(connection))
        await emptySite(connection)
        await fillSite(connection, source)
        return true
      })
      return { keptIn }
    } finally {
      source.close()
    }
  }

  /** Whether a server works for the site. Asked by whoever works on it alone. */
  isServed(): Promise<boolean> {
    return this.#database.isServed()
  }

  holdsSite(): Promise<boolean> {
    return holdsSite(this.#database)
  }

  /**
   * Goes on with all that another store holds, in one transaction.
   * @param verify looks through what is about to be committed; what it throws undoes all of it
   * @throws StoreOpenError where the site was set up, or is served; then everything is as it was
   */
  async takeOver(
    source: WholeStore,
    first: Omit<EventInput, 'at'>,
    verify: (now: { readonly whole: WholeStore; readonly reports: ReportQueries }) => Promise<void>,
  ): Promise<void> {
    await this.#renew(first, async (connection) => {
      if (await holdsSite(connection)) throw new StoreOpenError('The database holds a site under that name already.')
      await emptySite(connection)
      await fillSite(connection, source)
      await verify({ whole: wholeSite(connection), reports: reportQueries(postgresSql(connection)) })
      if (await this.isServed()) throw new StoreOpenError('A server was started on the database meanwhile.')
      return true
    })
  }

  /** What is deleted is gone from what anybody can ask; when its pages are written over is the database's own business. */
  async clearLog(): Promise<boolean> {
    return true
  }

  async close(): Promise<void> {
    while (this.#renewal !== undefined) await this.#renewal
    await this.#queue.idle()
    await this.#database.close()
  }

  /** Does something with the whole site while nobody writes to it, at any server; then it goes on with a first line. */
  async #renew(first: Omit<EventInput, 'at'>, work: (connection: Queryable) => Promise<boolean>): Promise<boolean> {
    while (this.#renewal !== undefined) await this.#renewal
    const renewal = this.#queue.idle().then(() => this.#renewAlone(first, work))
    this.#renewal = renewal.catch(() => undefined)
    try {
      return await renewal
    } finally {
      this.#renewal = undefined
    }
  }

  async #renewAlone(
    first: Omit<EventInput, 'at'>,
    work: (connection: Queryable) => Promise<boolean>,
  ): Promise<boolean> {
    const { randomBytes } = this.#options
    this.#guard.enter()
    try {
      const isDone = await this.#database.with(async (client) => {
        const connection = inTurn(client)
        await say(connection, 'BEGIN')
        const { at } = await beginStamped(connection, { clock: this.#clock, server: this.#options.server })
        if (!(await work(connection))) {
          await say(connection, 'ROLLBACK')
          return false
        }
        await beginWith({ ...operations(connection, randomBytes, new TrailEnd()), at }, first)
        await sayPatiently(connection, 'COMMIT')
        return true
      })
      this.#secretKey = (await stateOf(this.#database, this.#options)).secretKey
      return isDone
    } catch (cause) {
      if (cause instanceof StoreOpenError) throw cause
      this.#guard.failed(cause)
      throw new StoreWriteError(cause)
    }
  }

  async #atOneMoment<T>(work: (connection: Queryable) => Promise<T>): Promise<T> {
    return this.#knowingWhy(() =>
      this.#database.withSnapshot(async (client) => {
        const connection = inTurn(client)
        await say(connection, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        const result = await work(connection)
        await say(connection, 'COMMIT')
        return result
      }),
    )
  }

  /** A database that cannot be asked is said in the words of the store. */
  async #knowingWhy<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      this.#guard.failed(error)
      throw new StoreWriteError(error)
    }
  }
}
