import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { ClockState } from '../../../src-shared/api/fields.ts'
import type { ClockMark } from '../../clock/clock.ts'
import { StoreOpenError, type Ms, type Queries } from '../store.ts'
import { queries } from '../sql/queries.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { sqliteSql } from './sqlite-sql.ts'

export interface ConnectOptions {
  /** A compiled better-sqlite3, where the package carries none for this platform. */
  readonly nativeBinding?: string | undefined
  /** Fresh random bytes for the store's own key. */
  readonly randomBytes: (count: number) => Uint8Array
}

function open(file: string, nativeBinding: string | undefined, readonly: boolean): Database {
  return new BetterSqlite3(file, { readonly, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
}

function openWriter(file: string, { nativeBinding, randomBytes }: ConnectOptions): Database {
  const db = open(file, nativeBinding, false)
  try {
    prepareWriter(db, () => randomBytes(32))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareWriter(db: Database, freshKey: () => Uint8Array): void {
  // First of all: even the journal mode would change a file that is not ours to change.
  schemaVersion(db)
  db.pragma('journal_mode = WAL')
  // FULL: a commit has reached the disk when it returns, so "done" survives a power cut.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  // What is deleted or written over is gone from the file at once: erased plates lie in no free page.
  db.pragma('secure_delete = ON')
  // What a savepoint would take back is kept in memory: each request has one, and a file for it would cost more than it.
  db.pragma('temp_store = MEMORY')
  // In one transaction: a first start that is cut off leaves a store with a key of its own, or none at all.
  db.transaction(() => {
    migrate(db)
    giveKey(db, freshKey)
  }).immediate()
  // What a crash has left in the log is written to the file anew. After a disk error the system may hold pages of the log
  // for written that are not, and would never write them: nothing may be built on those.
  clearLog(db)
}

interface StoreState {
  readonly secretKey: Uint8Array
  readonly lastStamp: Ms
  readonly mark: ClockMark | undefined
}

interface RawState {
  secretKey: Buffer
  lastStamp: number
  businessMs: number | null
  bootMs: number | null
  bootId: string | null
  epoch: number | null
  state: ClockState | null
  demoAheadMs: number
}

function giveKey(db: Database, freshKey: () => Uint8Array): void {
  db.prepare('INSERT INTO store_state (id, secret_key, last_stamp) VALUES (1, ?, 0) ON CONFLICT DO NOTHING').run(
    freshKey(),
  )
}

function storeState(db: Database): StoreState {
  const row = db
    .prepare<[], RawState>(
      `SELECT secret_key AS "secretKey", last_stamp AS "lastStamp", mark_business_ms AS "businessMs",
       mark_boot_ms AS "bootMs", mark_boot_id AS "bootId", mark_epoch AS "epoch", mark_state AS "state",
       mark_demo_ahead_ms AS "demoAheadMs" FROM store_state`,
    )
    .get()
  if (row === undefined) throw new StoreOpenError('The store has lost its own key. Restore a backup.')
  const { secretKey, lastStamp, businessMs, epoch, state, ...rest } = row
  const mark =
    businessMs === null || epoch === null || state === null ? undefined : { ...rest, businessMs, epoch, state }
  return { secretKey, lastStamp, mark }
}

/** Opens a store by its file. @throws StoreOpenError when it was written by a newer Kerbside */
export function connect(file: string, options: ConnectOptions): Connection {
  const writer = openWriter(file, options)
  // Readers have a connection of their own, so that they never see what is not committed yet.
  const reader = open(file, options.nativeBinding, true)
  return { writer, reader, committed: queries(sqliteSql(reader)), state: storeState(writer) }
}

/** A store that is open: whoever writes, and whoever reads only what is committed. */
export interface Connection {
  readonly writer: Database
  readonly reader: Database
  readonly committed: Queries
  readonly state: StoreState
}

export function close({ reader, writer }: Connection): void {
  reader.close()
  writer.close()
}

/** Folds the log into the file and empties it. @returns false when a reader kept it from that, for which nobody waits */
export function clearLog(writer: Database): boolean {
  const waits = writer.pragma('busy_timeout', { simple: true }) as number
  writer.pragma('busy_timeout = 0')
  try {
    const [result] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return result?.busy === 0
  } finally {
    writer.pragma(`busy_timeout = ${waits}`)
  }
}

/** Closes a store so that all of it is in its one file, with nothing beside it that would belong to another. */
export function foldIn({ reader, writer }: Connection): void {
  reader.close()
  try {
    writer.pragma('journal_mode = DELETE')
  } finally {
    writer.close()
  }
}
