import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type {
  BackupItem,
  BackupList,
  BackupPreview,
  BackupRun,
  BackupSettings,
  BackupTrouble,
} from '../../src-shared/api/backup-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock } from '../clock/clock.ts'
import type { Admin } from '../admin/admin-parts.ts'
import { announce } from '../events/announcement.ts'
import type { EventBus } from '../events/event-bus.ts'
import { actorOf } from '../identity/principal.ts'
import type { SessionService } from '../identity/session-service.ts'
import type { Random } from '../ids/random.ts'
import { keepNotices } from '../notices/keep-notice.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { StoreCopies, StoreInspection } from '../store/store-contents.ts'
import type { EventInput, Store } from '../store/store.ts'
import { backupId, parseBackupId, type BackupKind } from './backup-name.ts'
import { readBackupSettings, writeBackupSettings } from './backup-settings.ts'
import {
  copyToWire,
  findCopies,
  newNote,
  SEALED,
  writeNote,
  type CopyFolders,
  type FoundCopy,
} from './copy-catalogue.ts'
import type { KeptPassphrase } from './kept-passphrase.ts'
import { previewOf, unfit, withPlainCopy } from './plain-copy.ts'
import { sealFile } from './sealed-file.ts'
import { copyInto, rotate, sealInto, unfitFolder } from './second-folder.ts'

export interface BackupParts {
  readonly store: Store
  readonly copies: StoreCopies
  readonly clock: Clock
  readonly random: Random
  readonly events: EventBus
  readonly site: SiteService
  readonly sessions: SessionService
  readonly dataDir: string
  /** What holds until an admin has said something else. */
  readonly until: Pick<BackupSettings, 'nightly_hour' | 'encrypt_second'>
  /** Of the copies in the second folder. */
  readonly passphrase: KeptPassphrase
  /** The newest schema that this Kerbside knows. */
  readonly schema: number
  readonly onError: (error: unknown) => void
}

type Step = NonNullable<BackupRun['step']>
const IDLE = { state: 'idle', step: null, done: 0, total: 0 } as const

/** Makes copies of the store, keeps those that the rotation keeps, and goes on with one of them when an admin says so. */
export class BackupService {
  readonly #parts: BackupParts
  #run: Omit<BackupRun, 'failed'> = IDLE
  #failed: BackupRun['failed'] = null
  #settings: BackupSettings
  /** One thing at a time is done with the copies. */
  #work: Promise<unknown> | undefined

  constructor(parts: BackupParts) {
    this.#parts = parts
    this.#settings = readBackupSettings(parts.dataDir, parts.until)
  }

  get settings(): BackupSettings {
    return this.#settings
  }

  get isBusy(): boolean {
    return this.#work !== undefined
  }

  #folders(): CopyFolders {
    const { dataDir } = this.#parts
    return {
      backups: join(dataDir, 'backups'),
      exports: join(dataDir, 'exports'),
      setAside: join(dataDir, 'set-aside'),
      second: this.#settings.second_folder,
    }
  }

  copies(): readonly FoundCopy[] {
    return findCopies(this.#folders())
  }

  list(): BackupList {
    const { clock, site } = this.#parts
    return {
      server_time: toSiteIso(clock.now(), site.timezone),
      folder: this.#folders().backups,
      settings: this.#settings,
      passphrase: this.#parts.passphrase.describe(),
      run: this.run(),
      backups: this.copies().map((copy) => copyToWire(copy, site.timezone)),
    }
  }

  run(): BackupRun {
    return { ...this.#run, failed: this.#failed }
  }

  /** When the newest backup here was made that was found whole, ms of business time. The second folder may be a slow share. */
  get newestWholeAt(): number | undefined {
    const here = findCopies({ ...this.#folders(), exports: '', setAside: '', second: null })
    const whole = here.find(({ id, note }) => parseBackupId(id) !== undefined && note?.fault === null)
    return whole?.madeAt ?? undefined
  }

  /** Begins a backup that somebody has asked for; the list tells how far it is. */
  begin(by: Admin): BackupRun | Refusal {
    if (this.isBusy) return refuse('backup_running')
    this.make('manual', actorOf(by)).catch(this.#parts.onError)
    return this.run()
  }

  /**
   * Makes a backup, looks it through, copies it to the second folder and lets the rotation take what is too old. What
   * goes wrong is written down and told, and thrown to nobody.
   * @returns whether there is a backup now
   */
  async make(kind: BackupKind, actor: string): Promise<boolean> {
    while (this.#work !== undefined) await this.#work
    return this.#alone('copy', async () => {
      try {
        await this.#makeOne(kind, actor)
        return true
      } catch (error) {
        await this.#tellFailure('backup', kind, error)
        return false
      }
    })
  }

  /** @returns whether anything has happened since the last backup that was found whole */
  async hasNews(): Promise<boolean> {
    const last = this.copies().find(({ id, note }) => parseBackupId(id) !== undefined && note?.fault === null)
    const seq = await this.#parts.store.read((queries) => queries.lastEventSeq())
    return seq > 0 && (last?.note?.toldAs ?? last?.note?.contents?.lastEvent?.seq ?? 0) < seq
  }

  async #makeOne(kind: BackupKind, actor: string): Promise<void> {
    const { clock, copies, store } = this.#parts
    const { backups } = this.#folders()
    await mkdir(backups, { recursive: true, mode: 0o700 })
    const id = this.#freeId(kind)
    const file = join(backups, `${id}.sqlite`)
    await copies.copyTo(file, ({ done, total }) => this.#tell('copy', done, total))
    this.#tell('check')
    const inspection = await copies.inspect(file)
    const note = noteOf(inspection, clock.now())
    writeNote(file, note)
    if (!('contents' in inspection)) throw new Error(`the copy is ${inspection.is}`)
    const { lastEvent, bookings, receipts } = inspection.contents
    const data = { kind, bookings, receipts, last_seq: lastEvent?.seq ?? 0, last_hash: lastEvent?.hash ?? '' }
    const seq = await store.write((tx) => tx.appendEvent({ at: tx.at, kind: 'backup.made', subject: id, actor, data }))
    writeNote(file, { ...note, toldAs: seq })
    if (note.fault !== null) await this.#tellFailure('backup', kind, new Error(note.fault))
    else this.#failed = null
    await this.#copyToSecond(file, kind)
    await rotate(backups, this.#parts.site.timezone)
  }

  /** Two backups of one second have names of two seconds. */
  #freeId(kind: BackupKind): string {
    const taken = new Set(this.copies().map(({ id }) => id))
    let at = this.#parts.clock.now()
    while (taken.has(backupId(at, kind))) at += 1000
    return backupId(at, kind)
  }

  /** The backup counts whatever becomes of this. What is to be encrypted and cannot be is not written in clear instead. */
  async #copyToSecond(file: string, kind: BackupKind): Promise<void> {
    const { second } = this.#folders()
    if (second === null) return
    const passphrase = this.#settings.encrypt_second ? await this.#passphraseFor(kind) : undefined
    if (passphrase === null) return
    this.#tell(passphrase === undefined ? 'second' : 'seal')
    try {
      if (passphrase === undefined) await copyInto(second, file)
      else await sealInto(second, file, passphrase, this.#parts.random)
      await rotate(second, this.#parts.site.timezone)
    } catch (error) {
      await this.#tellFailure('second_folder', kind, error)
    }
  }

  /** @returns null where it cannot be read, which is told */
  async #passphraseFor(kind: BackupKind): Promise<string | null> {
    try {
      return await this.#parts.passphrase.read()
    } catch (error) {
      await this.#tellFailure('passphrase', kind, error)
      return null
    }
  }

  /** Staff hear of it, the trail keeps it, and the screen shows it until a backup goes well. */
  async #tellFailure(what: BackupTrouble, kind: BackupKind, error: unknown): Promise<void> {
    const { store, clock, site, events, onError } = this.#parts
    onError(error)
    const why = error instanceof Error ? error.message : String(error)
    this.#failed = { at: toSiteIso(clock.now(), site.timezone), what, why }
    await store
      .write(async (tx) => {
        const data = { what, kind, why }
        const seq = await tx.appendEvent({ at: tx.at, kind: 'backup.failed', subject: 'store', actor: 'clock', data })
        const at = toSiteIso(tx.at, site.timezone)
        return keepNotices(tx, [{ notification: { type: 'backup_failed', seq, at, what } }])
      })
      .then((announcements) => announce(events, announcements))
      // A store that cannot be written tells of itself.
      .catch(onError)
  }

  async verify(id: string): Promise<BackupItem | Refusal> {
    const copy = this.#find(id)
    if (isRefusal(copy)) return copy
    if (copy.isSealed) return refuse('wrong_passphrase', 'an encrypted backup is looked through by its preview')
    const { copies, clock, site } = this.#parts
    return this.#alone('check', async () => {
      const note = noteOf(await copies.inspect(copy.file), clock.now())
      if (parseBackupId(id) !== undefined) writeNote(copy.file, { ...note, toldAs: copy.note?.toldAs ?? null })
      return copyToWire({ ...copy, note }, site.timezone)
    })
  }

  async preview(id: string, passphrase: string | undefined): Promise<BackupPreview | Refusal> {
    const copy = this.#find(id)
    if (isRefusal(copy)) return copy
    const { copies, clock, site, schema } = this.#parts
    const { timezone } = site
    return this.#alone('check', () =>
      this.#opened(copy, passphrase, async (file) => {
        const inspection = await copies.inspect(file)
        const present = await copies.inspectPresent()
        const current = 'contents' in present ? present.contents : null
        return previewOf(copy, inspection, { current, now: clock.now(), timezone, schema })
      }),
    )
  }

  async restore(id: string, pin: string, passphrase: string | undefined, by: Admin): Promise<undefined | Refusal> {
    const wrong = await this.#parts.sessions.checkPin(by, pin)
    if (wrong !== undefined) return wrong
    const copy = this.#find(id)
    if (isRefusal(copy)) return copy
    const { copies, store, site, events } = this.#parts
    return this.#alone('restore', () =>
      this.#opened(copy, passphrase, async (file) => {
        const inspection = await copies.inspect(file)
        const refusal = unfit(inspection, false)
        if (refusal !== undefined) return refusal
        const first = await this.#firstLine(copy, inspection, `user:${by.id}`, by.username)
        await store.restoreFrom(file, first)
        await site.reload()
        events.publish('revoked', { everybody: true })
        return undefined
      }),
    )
  }

  /** The line by which the trail of the copy goes on: what was restored, and where the trail that it replaces ended. */
  async #firstLine(
    { id }: FoundCopy,
    inspection: StoreInspection,
    actor: string,
    username: string,
  ): Promise<Omit<EventInput, 'at'>> {
    const replaced = await this.#parts.store.read((queries) => queries.lastEventSeq())
    const data = { ...lineOf(inspection), replaced_last_seq: replaced, username }
    return { kind: 'store.restored_from_backup', subject: id, actor, data }
  }

  async export(
    id: string,
    { passphrase, pin }: { readonly passphrase: string; readonly pin: string },
    by: Admin,
  ): Promise<{ file: string; bytes: number } | Refusal> {
    const wrong = await this.#parts.sessions.checkPin(by, pin)
    if (wrong !== undefined) return wrong
    const copy = this.#find(id)
    if (isRefusal(copy)) return copy
    if (copy.isSealed) return refuse('backup_unfit', 'it is encrypted already')
    const { exports, second } = this.#folders()
    const target = join(second ?? exports, `${id}-export${SEALED}`)
    return this.#alone('export', async () => {
      try {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        await sealFile(copy.file, target, passphrase, this.#parts.random)
      } catch (error) {
        return refuse('folder_unfit', error instanceof Error ? error.message : undefined)
      }
      await this.#parts.store.write((tx) =>
        tx.appendEvent({ at: tx.at, kind: 'backup.exported', subject: id, actor: actorOf(by), data: { file: target } }),
      )
      const made = this.copies().find(({ id: other }) => other === `${id}-export`)
      return { file: target, bytes: made?.bytes ?? 0 }
    })
  }

  /** @param passphrase a new one for what is encrypted from now on; undefined goes on with the one that is kept */
  async changeSettings(
    settings: BackupSettings,
    { pin, passphrase }: { readonly pin: string; readonly passphrase: string | undefined },
    by: Admin,
  ): Promise<BackupSettings | Refusal> {
    const wrong = await this.#parts.sessions.checkPin(by, pin)
    if (wrong !== undefined) return wrong
    const { dataDir, store, onError } = this.#parts
    const refusal =
      (await unfitFolder(settings.second_folder, dataDir)) ?? (await this.#settleSecret(settings, passphrase))
    if (refusal !== undefined) return refusal
    writeBackupSettings(dataDir, settings)
    this.#settings = settings
    if (!settings.encrypt_second) await this.#parts.passphrase.forget().catch(onError)
    const data = { ...settings, passphrase_changed: settings.encrypt_second && passphrase !== undefined }
    await store.write((tx) =>
      tx.appendEvent({ at: tx.at, kind: 'backup.settings_changed', subject: 'store', actor: actorOf(by), data }),
    )
    return settings
  }

  async #settleSecret({ encrypt_second: isWanted }: BackupSettings, typed: string | undefined) {
    // Where it is on already, and the keyring has gone, the hour of the night can be changed all the same.
    if (!isWanted || (typed === undefined && this.#settings.encrypt_second)) return undefined
    return this.#parts.passphrase.settle(typed)
  }

  /** Resolves when nothing is being done any more. */
  async idle(): Promise<void> {
    while (this.#work !== undefined) await this.#work
  }

  #find(id: string): FoundCopy | Refusal {
    const copy = this.copies().find((one) => one.id === id)
    if (copy === undefined) return refuse('not_found')
    return this.isBusy ? refuse('backup_running') : copy
  }

  /** Where nobody has typed a passphrase the kept one is tried: it is that of the copies that Kerbside encrypted last. */
  async #opened<T>(copy: FoundCopy, typed: string | undefined, work: (file: string) => Promise<T | Refusal>) {
    const passphrase = typed ?? (copy.isSealed ? await this.#keptPassphrase() : undefined)
    return withPlainCopy(copy, passphrase, this.#parts.dataDir, work)
  }

  async #keptPassphrase(): Promise<string | undefined> {
    const { passphrase, onError } = this.#parts
    if (!passphrase.has()) return undefined
    return passphrase.read().catch((error: unknown) => {
      onError(error)
      return undefined
    })
  }

  #tell(step: Step, done = 0, total = 0): void {
    this.#run = { state: 'running', step, done, total }
  }

  async #alone<T>(step: Step, work: () => Promise<T>): Promise<T> {
    this.#tell(step)
    const running = work()
    this.#work = running.catch(() => undefined)
    try {
      return await running
    } finally {
      this.#work = undefined
      this.#run = IDLE
    }
  }
}

/** What the trail says of a copy that it goes on with. */
export function lineOf(inspection: StoreInspection): EventInput['data'] {
  if (!('contents' in inspection)) return {}
  const { lastEvent, bookings, schema } = inspection.contents
  return { bookings, schema, last_seq: lastEvent?.seq ?? 0, last_hash: lastEvent?.hash ?? '' }
}

function noteOf(inspection: StoreInspection, now: number) {
  const fault = inspection.is === 'whole' ? null : 'why' in inspection ? inspection.why : inspection.is
  return newNote(now, 'contents' in inspection ? inspection.contents : null, fault)
}
