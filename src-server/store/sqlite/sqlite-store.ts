import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { ClockState } from '../../../src-shared/api/fields.ts'
import type { ClockMark } from '../../clock/clock.ts'
import { StoreOpenError, type CommitClock, type Ms, type Queries, type Store, type Transaction } from '../store.ts'
import { bookingQueries } from './booking-queries.ts'
import { bookingWrites } from './booking-writes.ts'
import { CommitQueue } from './commit-queue.ts'
import { deadlineWrites } from './deadline-writes.ts'
import { eventQueries, eventWrites } from './event-trail.ts'
import { identityQueries, identityWrites } from './identity-queries.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { moneyQueries, moneyWrites } from './money-queries.ts'
import { siteQueries, siteWrites } from './site-queries.ts'
import { stayQueries, stayWrites } from './stay-queries.ts'
import { tariffQueries, tariffWrites } from './tariff-queries.ts'
import { washJobQueries, washJobWrites } from './wash-job-queries.ts'

export interface SqliteStoreOptions {
  readonly dataDir: string
  /** A compiled better-sqlite3, where the package carries none for this platform. */
  readonly nativeBinding?: string | undefined
  /** Fresh random bytes for the store's own key. */
  readonly randomBytes: (count: number) => Uint8Array
  /** Makes what stamps each commit, from what the store knows of the time. */
  readonly clock: (lastStamp: Ms, mark: ClockMark | undefined) => CommitClock
}

function queries(db: Database): Queries {
  return {
    ...siteQueries(db),
    ...bookingQueries(db),
    ...identityQueries(db),
    ...eventQueries(db),
    ...tariffQueries(db),
    ...stayQueries(db),
    ...washJobQueries(db),
    ...moneyQueries(db),
  }
}

function open(file: string, nativeBinding: string | undefined, readonly: boolean): Database {
  return new BetterSqlite3(file, { readonly, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
}

function openWriter(file: string, nativeBinding: string | undefined): Database {
  const db = open(file, nativeBinding, false)
  try {
    prepareWriter(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareWriter(db: Database): void {
  // First of all: even the journal mode would change a file that is not ours to change.
  schemaVersion(db)
  db.pragma('journal_mode = WAL')
  // FULL: a commit has reached the disk when it returns, so "done" survives a power cut.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  migrate(db)
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
}

function storeState(db: Database, freshKey: () => Uint8Array): StoreState {
  db.prepare('INSERT INTO store_state (id, secret_key, last_stamp) VALUES (1, ?, 0) ON CONFLICT DO NOTHING').run(
    freshKey(),
  )
  const row = db
    .prepare<[], RawState>(
      `SELECT secret_key AS "secretKey", last_stamp AS "lastStamp", mark_business_ms AS "businessMs",
       mark_boot_ms AS "bootMs", mark_boot_id AS "bootId", mark_epoch AS "epoch", mark_state AS "state" FROM store_state`,
    )
    .get()
  if (row === undefined) throw new StoreOpenError('The store has lost its own key. Restore a backup.')
  const { secretKey, lastStamp, businessMs, bootMs, bootId, epoch, state } = row
  const mark =
    businessMs === null || epoch === null || state === null ? undefined : { businessMs, bootMs, bootId, epoch, state }
  return { secretKey, lastStamp, mark }
}

/**
 * Opens the embedded store in a folder, which is made when it is not there.
 * @throws StoreOpenError when the file cannot be used, with what to do
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const file = join(options.dataDir, 'kerbside.sqlite')
  let writer: Database
  try {
    mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
    writer = openWriter(file, options.nativeBinding)
  } catch (cause) {
    if (cause instanceof StoreOpenError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StoreOpenError(`The data in ${file} cannot be opened: ${why}. Check the folder and its rights.`, cause)
  }
  // Readers have a connection of their own, so that they never see what is not committed yet.
  const reader = open(file, options.nativeBinding, true)
  const state = storeState(writer, () => options.randomBytes(32))
  return assemble(writer, reader, state, options.clock(state.lastStamp, state.mark))
}

function assemble(writer: Database, reader: Database, { secretKey, lastStamp }: StoreState, clock: CommitClock): Store {
  const committed = queries(reader)
  const operations = {
    ...queries(writer),
    ...siteWrites(writer),
    ...bookingWrites(writer),
    ...identityWrites(writer),
    ...eventWrites(writer),
    ...deadlineWrites(writer),
    ...tariffWrites(writer),
    ...stayWrites(writer),
    ...washJobWrites(writer),
    ...moneyWrites(writer),
  }
  const saveClock = writer.prepare(
    `UPDATE store_state SET last_stamp = @stamp, mark_business_ms = @businessMs, mark_boot_ms = @bootMs,
     mark_boot_id = @bootId, mark_epoch = @epoch, mark_state = @state`,
  )
  // One instant for each commit: those who share it were decided together. It is business time, not the stamp: that one
  // must rise for ever, and so runs ahead once an earlier wall clock was accepted, or commits outrun the milliseconds.
  let at = lastStamp
  const queue = new CommitQueue(writer, () => {
    const stamp = clock.commitStamp()
    const mark = clock.mark()
    at = Math.floor(mark.businessMs)
    saveClock.run({ stamp, ...mark })
  })
  return {
    secretKey,
    lastStamp,
    read: (work) => work(committed),
    write: (work) => queue.enqueue(() => work({ ...operations, at } satisfies Transaction)),
    async close() {
      await queue.idle()
      reader.close()
      writer.close()
    },
  }
}
