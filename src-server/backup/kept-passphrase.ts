import type { BackupList } from '../../src-shared/api/backup-schemas.ts'
import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Timers } from '../clock/clock.ts'
import type { PassphraseKeeper } from './passphrase-keeper.ts'

/** Somebody sits there who has just typed it, and may have to open the keyring. */
const KEEP_MS = 90_000
/** At night nobody opens a keyring: the other work with backups must not wait until morning. */
const READ_MS = 20_000

/** The passphrase of the copies in the second folder, waited for so long and no longer. */
export class KeptPassphrase {
  readonly #keeper: PassphraseKeeper
  readonly #timers: Timers

  constructor(keeper: PassphraseKeeper, timers: Timers) {
    this.#keeper = keeper
    this.#timers = timers
  }

  describe(): BackupList['passphrase'] {
    return { place: this.#keeper.place(), kept: this.#keeper.has() }
  }

  /**
   * Makes sure that there is a passphrase to encrypt with.
   * @param typed a new one; undefined goes on with the one that is kept
   */
  async settle(typed: string | undefined): Promise<Refusal | undefined> {
    if (typed === undefined && this.#keeper.has()) return undefined
    const place = this.#keeper.place()
    if (place === 'no_keyring' || place === 'headless') return refuse('passphrase_not_kept', place)
    if (typed === undefined) return refuse('passphrase_needed')
    const patience = new AbortController()
    try {
      await this.#within(KEEP_MS, this.#keeper.keep(typed, patience.signal))
      return undefined
    } catch (error) {
      patience.abort()
      return refuse('passphrase_not_kept', error instanceof Error ? error.message : undefined)
    }
  }

  /** @throws Error in words */
  read(): Promise<string> {
    return this.#within(READ_MS, this.#keeper.read())
  }

  /** What is not needed any more is not kept. */
  async forget(): Promise<void> {
    await this.#keeper.forget()
  }

  has(): boolean {
    return this.#keeper.has()
  }

  #within<T>(ms: number, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.#timers.after(ms, () =>
        reject(new Error(`the keyring has not answered for ${ms / 1000} seconds; it may be locked`)),
      )
      void work.then(resolve, reject).finally(cancel)
    })
  }
}
