import { join } from 'node:path'
import type { BackupPreview, Recovery } from '../../src-shared/api/backup-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock } from '../clock/clock.ts'
import type { Passwords } from '../identity/passwords.ts'
import type { FailureLimits } from '../identity/rate-limits.ts'
import type { StoreAccount, StoreCopies, StoreDamagedError, StoreInspection } from '../store/store-contents.ts'
import type { EventInput } from '../store/store.ts'
import { readBackupSettings } from './backup-settings.ts'
import { lineOf } from './backup-service.ts'
import { copyToWire, findCopies, presentStore, type FoundCopy } from './copy-catalogue.ts'
import { previewOf, unfit, withPlainCopy } from './plain-copy.ts'

export interface RecoveryParts {
  readonly problem: StoreDamagedError
  readonly dataDir: string
  readonly copies: StoreCopies
  readonly clock: Clock
  readonly passwords: Passwords
  readonly failures: FailureLimits
  readonly schema: number
  /** Who may sign in to the store in a file. */
  readonly accountsIn: (file: string) => readonly StoreAccount[]
  /** Puts a copy in the place of the store, which is set aside. @param knownFault what somebody goes on with */
  readonly restore: (file: string, first: Omit<EventInput, 'at'>, knownFault: string | null) => Promise<void>
  /** The store can be opened now. */
  readonly onRestored: () => void
}

export interface Claimant {
  readonly username: string
  readonly password: string
  readonly passphrase?: string | undefined
}

/** Until a store is there nobody knows the site's zone. */
const ZONE = 'UTC'

/**
 * What can be done while the store cannot be opened: look at its copies, and go on with one of them. Who may do that is
 * known from the copy itself: an admin of it; an owner where it has no admin.
 */
export class RecoveryService {
  readonly #parts: RecoveryParts
  #isBusy = false

  constructor(parts: RecoveryParts) {
    this.#parts = parts
  }

  #copies(): readonly FoundCopy[] {
    const { dataDir, problem } = this.#parts
    const found = findCopies({
      backups: join(dataDir, 'backups'),
      exports: join(dataDir, 'exports'),
      setAside: join(dataDir, 'set-aside'),
      second: readBackupSettings(dataDir, { nightly_hour: null, encrypt_second: false }).second_folder,
    })
    // What a newer Kerbside has written is whole, and nothing that this one could go on with.
    return problem.damage === 'newer' ? found : [...found, ...presentStore(join(dataDir, 'kerbside.sqlite'))]
  }

  describe(): Recovery {
    const { problem, dataDir } = this.#parts
    return {
      damage: problem.damage,
      detail: problem.message,
      folder: join(dataDir, 'backups'),
      backups: this.#copies().map((copy) => copyToWire(copy, ZONE)),
    }
  }

  async preview(id: string, passphrase: string | undefined): Promise<BackupPreview | Refusal> {
    const { copies, clock, schema } = this.#parts
    const seen = { current: null, now: clock.now(), timezone: ZONE, schema }
    return this.#with(id, passphrase, async (file, copy) => previewOf(copy, await copies.inspect(file), seen))
  }

  /** @param address whose guesses count together */
  async restore(id: string, claimant: Claimant, address: string): Promise<undefined | Refusal> {
    const { copies, restore, problem, onRestored } = this.#parts
    return this.#with(id, claimant.passphrase, async (file, copy) => {
      // First of all: whoever may not restore makes nobody look a whole store through.
      const account = await this.#claim(file, claimant, address)
      if (isRefusal(account)) return account
      const inspection = await copies.inspect(file)
      const refusal = unfit(inspection, true)
      if (refusal !== undefined) return refusal
      const data = { ...lineOf(inspection), damage: problem.damage, username: account.username }
      const first = { kind: 'store.restored_from_backup' as const, subject: copy.id, actor: `user:${account.id}`, data }
      await restore(file, first, faultOf(inspection))
      onRestored()
      return undefined
    })
  }

  /** A wrong name, a wrong password and a wrong role are the same refusal. */
  async #claim(file: string, { username, password }: Claimant, address: string): Promise<StoreAccount | Refusal> {
    const { failures, accountsIn, passwords } = this.#parts
    const name = username.trim().toLowerCase()
    const accounts = attempt(() => accountsIn(file))
    if (accounts === undefined) return refuse('backup_unfit', 'its accounts cannot be read', { verdict: 'damaged' })
    const active = accounts.filter(({ isActive }) => isActive)
    const admins = active.filter(({ role }) => role === 'admin')
    const entitled = admins.length > 0 ? admins : active.filter(({ role }) => role === 'owner')
    const guess = { signInByName: name, signInByAddress: address }
    const known = await failures.tryOnce(guess, async () => {
      const account = entitled.find((one) => one.username === name)
      const verdict = await passwords.verify(password, account?.passwordHash ?? passwords.nobodys())
      if (verdict === 'busy') return refuse('rate_limited')
      return verdict === 'right' ? account : undefined
    })
    return known ?? refuse('wrong_credentials')
  }

  async #with<T>(
    id: string,
    passphrase: string | undefined,
    work: (file: string, copy: FoundCopy) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    if (this.#isBusy) return refuse('backup_running')
    const copy = this.#copies().find((one) => one.id === id)
    if (copy === undefined) return refuse('not_found')
    this.#isBusy = true
    try {
      return await withPlainCopy(copy, passphrase, this.#parts.dataDir, (file) => work(file, copy))
    } finally {
      this.#isBusy = false
    }
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function faultOf(inspection: StoreInspection): string | null {
  return inspection.is === 'contradictory' ? inspection.why : null
}
