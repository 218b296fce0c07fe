import { Socket } from 'node:net'
import pg, { type ClientBase, type PoolClient } from 'pg'
import { StoreOpenError } from '../store.ts'
import { Lane } from './lane.ts'
import { isDatabaseAway, isFull, NoConnectionError } from './database-trouble.ts'
import { migrate } from './migrate.ts'
import type { Queryable } from './postgres-sql.ts'

export interface DatabasePlace {
  /** `postgres://user:password@host:port/database`, with `sslmode` and the like as PostgreSQL's own programs take them. */
  readonly url: string
  /** Whose rows are seen. */
  readonly siteId: string
  /** Whether whoever opens it is no server, and works on a site that no server may work for. */
  readonly isAlone?: boolean | undefined
}

/**
 * How many connections there are for each kind of work. A commit never waits behind those who read, nor a short question
 * behind long reports. One writes at a time; the other is for a site that begins anew.
 */
const CONNECTIONS = { writing: 2, snapshots: 2, reading: 4 }
/** To make a connection. Whoever waits for one that others have is not counted: the database is there, and busy. */
const CONNECT_WITHIN_MS = 5000
/** Nothing that Kerbside asks takes so long; a server that no longer answers is known for it by then. */
const ANSWER_WITHIN_MS = 15_000

/** PostgreSQL cuts long names of programs off. */
const SERVED = `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
  AND application_name = left('kerbside ' || current_setting('kerbside.site'), 63))`

/** The connections of one server to its database. */
export class Database implements Queryable {
  readonly #pool: pg.Pool
  readonly #sockets: ReadonlySet<Socket>
  readonly #writing = new Lane(CONNECTIONS.writing)
  readonly #snapshots = new Lane(CONNECTIONS.snapshots)
  readonly #reading = new Lane(CONNECTIONS.reading)
  /** How much was answered so far, over any connection. */
  #answered = 0

  private constructor(pool: pg.Pool, sockets: ReadonlySet<Socket>) {
    this.#pool = pool
    this.#sockets = sockets
    // A connection that breaks while nobody uses it is left out of the pool; whoever asks next hears of it.
    pool.on('error', () => {})
  }

  /** @throws StoreOpenError with what to do, when the database cannot be used */
  static async open({ url, siteId, isAlone = false }: DatabasePlace): Promise<Database> {
    const sockets = new Set<Socket>()
    const pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS.writing + CONNECTIONS.snapshots + CONNECTIONS.reading,
      stream: () => kept(sockets),
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
      application_name: isAlone ? `kerbside-alone ${siteId}` : `kerbside ${siteId}`,
      // What is answered as done has reached the disk, whatever the database's own default is.
      options: `-c kerbside.site=${siteId} -c synchronous_commit=on -c timezone=UTC -c client_min_messages=warning`,
    })
    const database = new Database(pool, sockets)
    try {
      await database.with((client) => migrate(client))
      return database
    } catch (error) {
      await database.close()
      if (error instanceof StoreOpenError) throw error
      const why = error instanceof Error ? error.message : String(error)
      const what = isDatabaseAway(error instanceof NoConnectionError ? error.cause : error)
        ? 'does not answer'
        : 'cannot be used'
      throw new StoreOpenError(
        `The database of KERBSIDE_DATABASE_URL ${what} (${why}). Check its address, role and rights.`,
        error,
      )
    }
  }

  query(config: Parameters<Queryable['query']>[0]): ReturnType<Queryable['query']> {
    return this.#reading.enter(() => this.#lend((client) => client.query(config)))
  }

  /** A connection for somebody alone, who writes. */
  async with<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#writing.enter(() => this.#lend(work))
  }

  /** A connection for somebody alone, who reads much. */
  async withSnapshot<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#snapshots.enter(() => this.#lend(work))
  }

  /** One that broke, or whose state nobody knows, does not come back to the others. */
  async #lend<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const answered = this.#answered
    const client = await this.#connect()
    let trouble: Error | undefined
    const onError = (error: Error) => {
      trouble = error
    }
    client.on('error', onError)
    try {
      const result = await work(client)
      this.#answered += 1
      return result
    } catch (error) {
      trouble ??= error instanceof Error ? error : new Error(String(error))
      // Nobody else was answered meanwhile: this is no slow question, and the other connections are as silent.
      if (isDatabaseAway(error) && answered === this.#answered) this.#turnAway(trouble)
      throw error
    } finally {
      client.off('error', onError)
      client.release(trouble)
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (cause) {
      const error = new NoConnectionError(cause)
      if (!isFull(cause)) this.#turnAway(error)
      throw error
    }
  }

  /** Whoever waits would find out the same, one after the other. */
  #turnAway(error: Error): void {
    for (const lane of [this.#writing, this.#snapshots, this.#reading]) lane.turnAway(error)
  }

  /** Whether a server works for the site: each second it asks something, so that it always has a connection. */
  async isServed(): Promise<boolean> {
    const [found] = (await this.query({ text: SERVED, rowMode: 'array' })).rows as [[boolean]]
    return found[0]
  }

  async close(): Promise<void> {
    await this.#pool.end()
    // Goodbye is said. A database that stands still would not hang up.
    for (const socket of this.#sockets) socket.destroySoon()
  }
}

function kept(sockets: Set<Socket>): Socket {
  const socket = new Socket()
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
  return socket
}

/** Sends what is asked at once one after the other: a connection takes one question at a time. */
export function inTurn(client: ClientBase): Queryable {
  let last: Promise<unknown> = Promise.resolve()
  return {
    async query(config) {
      const asked = last.then(() => client.query(config))
      last = asked.catch(() => undefined)
      return asked
    },
  }
}
