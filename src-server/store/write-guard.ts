import type { StoreTrouble } from '../../src-shared/api/fields.ts'
import { reasonOf, StoreWriteError, type Ms, type StoreCondition } from './store.ts'

/** Knows whether the store can be written to, and keeps everybody from it while it cannot. */
export class WriteGuard {
  readonly #now: () => Ms
  readonly #onChange: (condition: StoreCondition) => void
  readonly #troubleOf: (error: unknown) => StoreTrouble | undefined
  #condition: StoreCondition = { is: 'writable' }
  #isTrying = false

  /**
   * @param now business time in ms
   * @param troubleOf what an error says of where the store is kept; undefined where it says nothing
   */
  constructor(
    now: () => Ms,
    onChange: (condition: StoreCondition) => void,
    troubleOf: (error: unknown) => StoreTrouble | undefined,
  ) {
    this.#now = now
    this.#onChange = onChange
    this.#troubleOf = troubleOf
  }

  get condition(): StoreCondition {
    return this.#condition
  }

  /** Called before anything is written. @throws StoreWriteError while writes are stopped */
  enter(): void {
    if (this.#condition.is === 'read_only' && !this.#isTrying) throw new StoreWriteError(this.#condition.why)
  }

  /** A write has reached the disk. */
  succeeded(): void {
    if (!this.#isFailing()) this.#set({ is: 'writable' })
  }

  /** A write has failed; where that was for want of the disk or the database, no other begins. */
  failed(error: unknown): void {
    const why = this.#troubleOf(error)
    if (why === undefined || this.#isFailing()) return
    const since = this.#condition.is === 'read_only' ? this.#condition.since : this.#now()
    this.#set({ is: 'read_only', why, since })
  }

  /** Lets writes in for as long as the work takes, to see whether there is room again, or the database is back; after anything worse it does nothing. */
  async try(work: () => Promise<void>): Promise<void> {
    if (this.#isTrying || this.#condition.is === 'writable' || this.#isFailing()) return
    this.#isTrying = true
    try {
      await work()
    } finally {
      this.#isTrying = false
    }
  }

  #isFailing(): boolean {
    return reasonOf(this.#condition) === 'disk_failing'
  }

  #set(condition: StoreCondition): void {
    const before = this.#condition
    this.#condition = condition
    if (reasonOf(before) !== reasonOf(condition)) this.#onChange(condition)
  }
}
