import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { StoreOpenError, type CommitClock, type Ms } from '../store.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { StoreFiles } from './store-files.ts'
import { readMark, removeMark, writeMark, type StoreMark } from './store-mark.ts'

/** What happened is written down outside the store at least this often, in ms of business time. */
const NOTE_MS = 10_000

/** Keeps, beside a store, what is known of it: whether it is in use, and what has surely been committed. */
export class MarkKeeper {
  readonly #files: StoreFiles
  readonly #clock: CommitClock
  readonly #knownFault: string | null
  #notedAt = 0
  #asked: ReturnType<typeof questions>

  /** @throws StoreOpenError when nothing can be written down: then a change could not be told from damage later on */
  constructor(files: StoreFiles, clock: CommitClock, db: Database) {
    this.#files = files
    this.#clock = clock
    this.#asked = questions(db)
    const before = readMark(files.folder)
    this.#knownFault = before === undefined || before === 'unreadable' ? null : before.knownFault
    this.#open()
  }

  #open(): void {
    try {
      this.#write('open', true)
    } catch (cause) {
      this.#forget(cause)
    }
  }

  /** Without a mark the next start looks the store through whole; with an outdated one it would take it for changed. */
  #forget(cause: unknown): void {
    try {
      removeMark(this.#files.folder)
    } catch {
      throw new StoreOpenError(
        `The folder ${this.#files.folder} cannot be written. Check the disk and its rights.`,
        cause,
      )
    }
  }

  /** To be called at the start of a transaction, before it writes: all that is there is durable. @param stamp its own */
  begin(stamp: Ms): void {
    if (stamp - this.#notedAt < NOTE_MS) return
    this.#notedAt = stamp
    try {
      this.#write('open', false)
    } catch {
      // A full disk stops the commits themselves; the mark that is there still says less than what is true.
    }
  }

  /** Another store is about to be put in this one's place. */
  renewing(): void {
    this.#write('renewed', true)
  }

  renewed(db: Database): void {
    this.#asked = questions(db)
    this.#open()
  }

  /** Closes the store, and seals its file where nothing is left beside it. */
  close(close: () => void): void {
    const last = this.#attempt(() => this.#write('closing', true))
    close()
    const { store, folder } = this.#files
    // One that says `open` would have the next start look for a log, which is gone by then.
    if (last === undefined) this.#attempt(() => removeMark(folder))
    // Whoever else has it open keeps the log there, and may go on writing.
    if (last === undefined || existsSync(`${store}-wal`)) return
    this.#attempt(() => writeMark(folder, { ...last, state: 'closed', fingerprint: fingerprintOf(store) }, true))
  }

  /** What cannot be written down now is found out by looking the store through at the next start. */
  #attempt<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch {
      return undefined
    }
  }

  #write(state: StoreMark['state'], durable: boolean): StoreMark {
    const mark: StoreMark = {
      format: 1,
      state,
      pid: process.pid,
      lastStamp: this.#asked.stamp.get() ?? 0,
      trail: this.#asked.end.get() ?? null,
      clock: this.#clock.mark(),
      fingerprint: null,
      knownFault: this.#knownFault,
    }
    writeMark(this.#files.folder, mark, durable)
    return mark
  }
}

function questions(db: Database) {
  return {
    stamp: db.prepare<[], number>('SELECT last_stamp FROM store_state').pluck(),
    end: db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1'),
  }
}
