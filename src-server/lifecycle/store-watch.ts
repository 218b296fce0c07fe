import type { Logger } from 'pino'
import { ifWritable, type Store, type StoreCondition } from '../store/store.ts'
import type { TroubleNote, TroubleNoteFile } from './trouble-note.ts'

/** So often it is looked whether a full disk has room again. */
const TRY_EVERY_SECONDS = 3

interface Parts {
  readonly store: Store
  readonly logger: Logger
  readonly note: TroubleNoteFile
}

/** Follows whether the store can write: says it in the log, tries again, and has it in the audit trail once that can be written. */
export class StoreWatch {
  readonly #parts: Parts
  #note: TroubleNote | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What an earlier run could not write down is written down now. */
  start(): void {
    this.#note = this.#parts.note.read()
    this.#writeDown()
  }

  changed(condition: StoreCondition): void {
    const { logger, note } = this.#parts
    if (condition.is === 'writable') {
      logger.warn('the store takes writes again')
      this.#writeDown()
      return
    }
    const { why, since } = condition
    logger.error({ why }, 'the store takes no more writes')
    this.#note = { why, since }
    note.keep(this.#note)
  }

  onSecond(second: number): void {
    if (second % TRY_EVERY_SECONDS !== 0) return
    ifWritable(this.#parts.store.tryAgain()).catch(this.#onError)
  }

  #writeDown(): void {
    const { store, note } = this.#parts
    const before = this.#note
    if (before === undefined) return
    const data = { why: before.why, stopped_at: before.since }
    const writing = store.write(async (tx) => {
      await tx.appendEvent({ at: tx.at, kind: 'store.resumed', subject: 'store', actor: 'server', data })
    })
    // Where it fails once more, the note is kept for the next time.
    ifWritable(
      writing.then(() => {
        this.#note = undefined
        note.forget()
      }),
    ).catch(this.#onError)
  }

  readonly #onError = (error: unknown): void => {
    this.#parts.logger.error({ err: error }, 'that the store was in trouble could not be written down')
  }
}
