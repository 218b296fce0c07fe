import { mkdirSync } from 'node:fs'
import { copyFile, statfs } from 'node:fs/promises'
import type { Database } from 'better-sqlite3'
import type { ClockMark } from '../../clock/clock.ts'
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
import type { ReportQueries } from '../report-rows.ts'
import { cannotOpen } from './cannot-open.ts'
import { bookingWrites } from '../sql/booking-writes.ts'
import { CommitQueue, type CommitQueueOptions } from './commit-queue.ts'
import { clearLog, close, connect, foldIn, type Connection, type ConnectOptions } from './connection.ts'
import { deadlineWrites } from '../sql/deadline-writes.ts'
import { diskTrouble } from './disk-trouble.ts'
import { eventWrites } from '../sql/event-trail.ts'
import { filterWrites } from '../sql/filter-queries.ts'
import { helpWrites } from '../sql/help-queries.ts'
import { identityWrites } from '../sql/identity-queries.ts'
import { MarkKeeper } from './mark-keeper.ts'
import { moneyWrites } from '../sql/money-queries.ts'
import { noticeWrites } from '../sql/notice-queries.ts'
import { queries } from '../sql/queries.ts'
import { privacyWrites } from '../sql/privacy-writes.ts'
import { siteWrites } from '../sql/site-queries.ts'
import { readSnapshot } from './snapshot.ts'
import { stayWrites } from '../sql/stay-queries.ts'
import { nextSetAside, removeDraft, replaceStore, storeFiles, syncFolder, type StoreFiles } from './store-files.ts'
import { tariffWrites } from '../sql/tariff-queries.ts'
import { washJobWrites } from '../sql/wash-job-queries.ts'
import { weeklyWrites } from '../sql/weekly-queries.ts'
import { beginWith } from '../begin-with.ts'
import { WriteGuard } from '../write-guard.ts'
import { WriterMemory } from './writer-memory.ts'
import { sqliteSql } from './sqlite-sql.ts'

export interface SqliteStoreOptions extends ConnectOptions, CommitQueueOptions {
  readonly dataDir: string
  /** Called between writes: what must not wait for all of them has its turn. */
  readonly giveWay?: () => void
  /** Called when the store takes no more writes, and when it takes them again. */
  readonly onCondition?: (condition: StoreCondition) => void
  /** Makes what stamps each commit, from what the store knows of the time. */
  readonly clock: (lastStamp: Ms, mark: ClockMark | undefined) => CommitClock
}

/** So much has to be free before a disk that was full counts as one with room, bytes: not the one page that somebody's log freed. */
const ROOM_TO_GO_ON = 4_000_000

/**
 * Opens the embedded store in a folder, which is made when it is not there.
 * @throws StoreOpenError when the file cannot be used, with what to do
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const files = storeFiles(options.dataDir)
  let connection: Connection
  try {
    mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
    connection = connectDurably(files, options)
  } catch (cause) {
    if (cause instanceof StoreOpenError) throw cause
    throw cannotOpen(files.store, cause)
  }
  const { lastStamp, mark } = connection.state
  try {
    return new SqliteStore(options, connection, options.clock(lastStamp, mark))
  } catch (error) {
    close(connection)
    throw error
  }
}

/** Which files are there is as much a part of the store as what is in them, and SQLite does not ask what came of that. */
function connectDurably({ folder, store }: StoreFiles, options: SqliteStoreOptions): Connection {
  const connection = connect(store, options)
  try {
    syncFolder(folder)
    return connection
  } catch (error) {
    close(connection)
    throw error
  }
}

function operations(
  db: Database,
  memory: WriterMemory,
  { randomBytes }: Pick<ConnectOptions, 'randomBytes'>,
): Omit<Transaction, 'at'> {
  const sql = sqliteSql(db)
  const asked = queries(sql)
  const { insertTariffVersion, ...tariffs } = tariffWrites(sql)
  return {
    ...asked,
    ...memory.setUp.reading(asked),
    liveAllocations: async (kind, from, to) => memory.allocations.within(kind, from, to),
    ...memory.forgetting(siteWrites(sql), () => memory.forget()),
    ...bookingWrites(sql, memory.allocations),
    ...identityWrites(sql),
    ...eventWrites(sql, randomBytes, memory.trail),
    ...memory.forgetting(deadlineWrites(sql), () => memory.forget()),
    ...tariffs,
    ...memory.forgetting({ insertTariffVersion }, () => memory.forget()),
    ...memory.forgetting(stayWrites(sql), () => memory.setUp.forgetCars()),
    ...washJobWrites(sql),
    ...noticeWrites(sql),
    ...helpWrites(sql),
    ...filterWrites(sql),
    ...weeklyWrites(sql),
    ...memory.forgetting(privacyWrites(sql), () => memory.forget()),
    ...moneyWrites(sql),
  }
}

const SAVE_CLOCK = `UPDATE store_state SET last_stamp = @stamp, mark_business_ms = @businessMs,
  mark_boot_ms = @bootMs, mark_boot_id = @bootId, mark_epoch = @epoch, mark_state = @state,
  mark_demo_ahead_ms = @demoAheadMs`

interface AroundCommits {
  readonly guard?: WriteGuard
  /** Called before a transaction writes anything. @param stamp its own */
  readonly beforeWriting?: (stamp: Ms) => void
}

/** Lets writes share a commit. Each commit is stamped, and takes the clock's mark along. */
export function commitQueue(
  db: Database,
  clock: CommitClock,
  options: CommitQueueOptions & Pick<SqliteStoreOptions, 'giveWay' | 'randomBytes'>,
  { guard, beforeWriting }: AroundCommits = {},
): { write: Store['write']; idle: () => Promise<void> } {
  const memory = new WriterMemory(db)
  const doing = operations(db, memory, options)
  const saveClock = db.prepare(SAVE_CLOCK)
  let transaction: Transaction | undefined
  const begin = (): void => {
    const stamp = clock.commitStamp()
    const mark = clock.mark()
    // One instant for each commit: those who share it were decided together. It is business time, not the stamp: that
    // one must rise for ever, and so runs ahead once an earlier wall clock was accepted, or commits outrun the milliseconds.
    transaction = { ...doing, at: Math.floor(mark.businessMs) }
    memory.begin()
    beforeWriting?.(stamp)
    saveClock.run({ ...mark, stamp, demoAheadMs: mark.demoAheadMs ?? 0 })
  }
  const giveWay = options.giveWay ?? (() => {})
  const rolledBack = () => memory.forget()
  const watch = {
    now: () => clock.now(),
    giveWay,
    enter: () => guard?.enter(),
    begin,
    rolledBack,
    committed: () => guard?.succeeded(),
    failed: (cause: unknown) => guard?.failed(cause),
  }
  const queue = new CommitQueue(db, watch, options)
  return {
    write: (work) =>
      queue.enqueue(() => {
        if (transaction === undefined) throw new Error('work before its transaction')
        return work(transaction)
      }),
    idle: () => queue.idle(),
  }
}

class SqliteStore implements Store {
  readonly lastStamp: Ms
  readonly #options: SqliteStoreOptions
  readonly #clock: CommitClock
  readonly #keeper: MarkKeeper
  readonly #guard: WriteGuard
  #connection: Connection
  #queue: ReturnType<typeof commitQueue>
  #reading = 0
  /** While the store begins anew, writes wait for it. */
  #renewal: Promise<unknown> | undefined

  constructor(options: SqliteStoreOptions, connection: Connection, clock: CommitClock) {
    this.#options = options
    this.#connection = connection
    this.#clock = clock
    this.#guard = new WriteGuard(() => clock.now(), options.onCondition ?? (() => {}), diskTrouble)
    this.#keeper = new MarkKeeper(storeFiles(options.dataDir), clock, connection.writer)
    this.#queue = this.#queueOf(connection)
    this.lastStamp = connection.state.lastStamp
  }

  #queueOf({ writer }: Connection): ReturnType<typeof commitQueue> {
    const beforeWriting = (stamp: Ms) => this.#keeper.begin(stamp)
    return commitQueue(writer, this.#clock, this.#options, { guard: this.#guard, beforeWriting })
  }

  get secretKey(): Uint8Array {
    return this.#connection.state.secretKey
  }

  get condition(): StoreCondition {
    return this.#guard.condition
  }

  async tryAgain(): Promise<void> {
    await this.#guard.try(async () => {
      const { bavail, bsize } = await statfs(this.#options.dataDir)
      if (bavail * bsize < ROOM_TO_GO_ON) return
      // Each commit writes down the clock, so an empty one shows whether the disk takes it.
      await this.write(async () => {})
    })
  }

  async read<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    this.#reading += 1
    try {
      return await work(this.#connection.committed)
    } finally {
      this.#reading -= 1
    }
  }

  async snapshot<T>(work: (queries: ReportQueries) => Promise<T>): Promise<T> {
    while (this.#renewal !== undefined) await this.#renewal
    this.#reading += 1
    try {
      return await readSnapshot(storeFiles(this.#options.dataDir).store, this.#options.nativeBinding, work)
    } finally {
      this.#reading -= 1
    }
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    while (this.#renewal !== undefined) await this.#renewal
    return this.#queue.write(work)
  }

  async beginAnew(may: (queries: Queries) => Promise<boolean>, first: Omit<EventInput, 'at'>): Promise<boolean> {
    return this.#alone(async () => {
      if (!(await may(queries(sqliteSql(this.#connection.writer))))) return false
      const files = storeFiles(this.#options.dataDir)
      await this.#make(files, first)
      await this.#replace(files)
      return true
    })
  }

  async restoreFrom(copy: string, first: Omit<EventInput, 'at'>): Promise<{ readonly keptIn: string }> {
    return this.#alone(async () => {
      const files = storeFiles(this.#options.dataDir)
      const keptIn = nextSetAside(files, 'replaced')
      await this.#make(files, first, copy)
      await this.#replace(files, keptIn)
      return { keptIn }
    })
  }

  /** Does something with the whole store, while nobody writes to it. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#renewal !== undefined) await this.#renewal
    const renewal = this.#queue.idle().then(() => {
      this.#guard.enter()
      return work()
    })
    this.#renewal = renewal.catch(() => undefined)
    try {
      return await renewal
    } finally {
      this.#renewal = undefined
    }
  }

  /** @param keepIn a folder for what is replaced */
  async #replace(files: StoreFiles, keepIn?: string): Promise<void> {
    // Whoever is reading ends before the file goes from under them; nothing can begin in between.
    while (this.#reading > 0) await new Promise<void>((resume) => setImmediate(resume))
    try {
      this.#keeper.renewing()
      replaceStore(files, () => foldIn(this.#connection), keepIn)
    } catch (cause) {
      throw new StoreWriteError(cause)
    } finally {
      // The new file, or the old one where that is still in its place.
      if (!this.#connection.writer.open) this.#connection = connect(files.store, this.#options)
      this.#keeper.renewed(this.#connection.writer)
      this.#queue = this.#queueOf(this.#connection)
    }
  }

  /** The new store is made whole beside the old one, with the clock as it is now. @param copy what it begins with */
  async #make(files: StoreFiles, first: Omit<EventInput, 'at'>, copy?: string): Promise<void> {
    try {
      removeDraft(files)
      if (copy !== undefined) await copyFile(copy, files.draft)
      const draft = connect(files.draft, this.#options)
      const queue = commitQueue(draft.writer, this.#clock, this.#options, { guard: this.#guard })
      await queue.write((tx) => beginWith(tx, first))
      await queue.idle()
      foldIn(draft)
    } catch (cause) {
      throw new StoreWriteError(cause)
    }
  }

  async clearLog(): Promise<boolean> {
    while (this.#renewal !== undefined) await this.#renewal
    await this.#queue.idle()
    const { writer } = this.#connection
    if (writer.inTransaction || this.#guard.condition.is === 'read_only') return false
    try {
      return clearLog(writer)
    } catch (cause) {
      this.#guard.failed(cause)
      throw cause
    }
  }

  async close(): Promise<void> {
    while (this.#renewal !== undefined) await this.#renewal
    await this.#queue.idle()
    this.#keeper.close(() => close(this.#connection))
  }
}
