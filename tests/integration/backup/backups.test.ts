import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectFile } from '../../../src-server/store/sqlite/inspect-file.ts'
import { migrate } from '../../../src-server/store/sqlite/migrate.ts'
import { migrations } from '../../../src-server/store/sqlite/migrations/index.ts'
import type { Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { trail } from '../admin/admin-world.ts'
import { act, ADMIN, backUp, listOf, PIN, settled, startWithAdmin } from './backup-world.ts'

describe('backups', { timeout: 90_000 }, () => {
  let still: StillServer
  let admin: Caller
  beforeEach(async () => {
    ;({ still, admin } = await startWithAdmin())
  })
  afterEach(() => still.stop())

  const folder = () => join(still.dataDir, 'backups')
  const stored = () => readdirSync(folder()).filter((name) => name.endsWith('.sqlite'))
  const save = (settings: object) =>
    admin.send('PUT', '/api/v1/backups/settings', { encrypt_second: false, ...settings, pin: PIN })
  /** Nothing rings on the way: each second of a night would. */
  const slipTo = (iso: string) => still.world.slip(Date.parse(iso) - still.world.wallMs())
  /** Lets a second pass, and whatever it began come to its end. */
  const aSecond = async () => {
    still.world.advance(1000)
    // What looks whether a backup is due reads the store first.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    await settled(admin)
  }

  it('one is a whole store in one file, with the figures of what is in it', async () => {
    await book(still.visitor, '2025-12-08T15:00:00+05:30')
    const made = await backUp(admin)
    expect(made).toMatchObject({ kind: 'manual', places: ['here'], encrypted: false, checked: { fault: null } })
    expect(readdirSync(folder()).toSorted()).toEqual([`${made.id}.json`, `${made.id}.sqlite`])
    const inspection = await inspectFile(join(folder(), `${made.id}.sqlite`), undefined)
    const bookings = still.look((db) => db.prepare('SELECT count(*) FROM booking').pluck().get())
    expect(inspection).toMatchObject({ is: 'whole', contents: { bookings } })
    expect(made.contents).toMatchObject({ bookings })
    const { last_event: end } = made.contents!
    const line = still.look((db) => db.prepare('SELECT hash FROM event WHERE seq = ?').pluck().get(end!.seq))
    expect(end!.hash).toBe(line)
    expect(trail(still, 'backup.made')).toMatchObject([{ subject: made.id, data: { bookings, last_hash: line } }])
  })

  it('one is of one moment, whatever is booked meanwhile, and nobody waits for it', async () => {
    const begun = await admin.post('/api/v1/backups')
    expect(begun.json()).toMatchObject({ state: 'running' })
    const booked = await Promise.all(
      ['15:00', '15:30', '16:00', '16:30'].map((time) => book(still.visitor, `2025-12-08T${time}:00+05:30`)),
    )
    expect(booked.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    await settled(admin)
    expect(await inspectFile(join(folder(), stored()[0]!), undefined)).toMatchObject({ is: 'whole' })
  })

  it('a second one is refused while the first is being made', async () => {
    const answers = await Promise.all([admin.post('/api/v1/backups'), admin.post('/api/v1/backups')])
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['backup_running', undefined]))
    await settled(admin)
    expect(stored()).toHaveLength(1)
  })

  it('one is made each night at the hour, once; a machine that was off makes it when it is on again', async () => {
    expect((await save({ nightly_hour: 3, second_folder: null })).status).toBe(200)
    await aSecond()
    // The site is of today: no night has passed without a backup.
    expect((await listOf(admin)).backups).toEqual([])
    slipTo('2025-12-06T02:58:50+05:30')
    admin = await signIn(still, ADMIN)
    await aSecond()
    expect((await listOf(admin)).backups).toEqual([])
    slipTo('2025-12-06T03:00:05+05:30')
    await aSecond()
    expect((await listOf(admin)).backups).toMatchObject([{ kind: 'nightly' }])
    slipTo('2025-12-06T04:30:00+05:30')
    await aSecond()
    expect((await listOf(admin)).backups).toHaveLength(1)

    await still.halt()
    still.world.slip(30 * 3_600_000)
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
    admin = await signIn(still, ADMIN)
    await aSecond()
    const names = (await listOf(admin)).backups.map(({ id }) => id)
    expect(names).toHaveLength(2)
    expect(names[0]).toMatch(/^20251207T0.*-nightly$/)
  })

  it('none is made by itself while nobody can vouch for the time', async () => {
    await save({ nightly_hour: 3, second_folder: null })
    await still.halt()
    const { world } = still
    world.slip(24 * 3_600_000)
    world.stepWall(-10 * 24 * 3_600_000)
    world.bootId = () => 'another-boot'
    still = await startStillServer({ dataDir: still.dataDir, world, site: 'demo' })
    admin = await signIn(still, ADMIN)
    expect((await still.visitor.get('/readyz')).json()).toMatchObject({ clock_state: 'rollback' })
    await aSecond()
    expect((await listOf(admin)).backups).toEqual([])
  })

  it('are copied to the second folder; where that fails it is told, and the backup is there all the same', async () => {
    const second = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
    expect((await save({ nightly_hour: null, second_folder: second })).status).toBe(200)
    const made = await backUp(admin)
    expect(made.places).toEqual(['here', 'second'])
    expect(readdirSync(second).toSorted()).toEqual([`${made.id}.json`, `${made.id}.sqlite`])

    rmSync(second, { recursive: true })
    writeFileSync(second, 'a file where the folder was')
    const another = await backUp(admin)
    expect(another.places).toEqual(['here'])
    expect((await listOf(admin)).run.failed).toMatchObject({ what: 'second_folder' })
    const { notices } = (await admin.get('/api/v1/notices')).json() as { notices: { notification: object }[] }
    expect(notices.map(({ notification }) => notification)).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'backup_failed', what: 'second_folder' })]),
    )
    rmSync(second)
  })

  it('one that cannot be made is told, and leaves nothing half made', async () => {
    writeFileSync(folder(), 'a file where the folder should be')
    await admin.post('/api/v1/backups')
    expect((await settled(admin)).run.failed).toMatchObject({ what: 'backup' })
    expect(trail(still, 'backup.failed')).toMatchObject([{ data: { what: 'backup', kind: 'manual' } }])
    rmSync(folder())
    await backUp(admin)
    expect((await listOf(admin)).run.failed).toBeNull()
  })

  it.each([
    ['that is not there', () => join(tmpdir(), 'kerbside-not-there')],
    ['that is the data folder', () => still.dataDir],
    ['inside the data folder', () => folder()],
    ['without its whole path', () => 'somewhere'],
  ])('a second folder %s is refused', async (_what, path) => {
    await backUp(admin)
    const refused = await save({ nightly_hour: 3, second_folder: path() })
    expect([refused.status, refused.code]).toEqual([422, 'folder_unfit'])
    expect((await listOf(admin)).settings).toEqual({ nightly_hour: null, second_folder: null, encrypt_second: false })
  })

  it('how they are made is changed with the PIN, written in the trail, and kept over a restart', async () => {
    const wrong = await admin.send('PUT', '/api/v1/backups/settings', {
      nightly_hour: 4,
      second_folder: null,
      encrypt_second: false,
      pin: '1111',
    })
    expect(wrong.code).toBe('wrong_pin')
    await save({ nightly_hour: 4, second_folder: null })
    expect(trail(still, 'backup.settings_changed')).toMatchObject([{ data: { nightly_hour: 4, second_folder: null } }])
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
    admin = await signIn(still, ADMIN)
    expect((await listOf(admin)).settings).toEqual({ nightly_hour: 4, second_folder: null, encrypt_second: false })
  })

  it('one is made when Kerbside quits, where anything has happened since the last one', async () => {
    await still.server.backUpBeforeQuit()
    await still.server.backUpBeforeQuit()
    expect((await listOf(admin)).backups.map(({ kind }) => kind)).toEqual(['quit'])
    still.world.advance(60_000)
    await book(still.visitor, '2025-12-08T15:00:00+05:30')
    await still.server.backUpBeforeQuit()
    expect((await listOf(admin)).backups).toHaveLength(2)
  })

  it('one that was spoilt since is found out', async () => {
    const made = await backUp(admin)
    const file = join(folder(), `${made.id}.sqlite`)
    const db = new BetterSqlite3(file)
    db.exec("DROP TRIGGER tender_is_never_changed; UPDATE tender SET method = 'upi'")
    db.close()
    const looked = (await act(admin, made.id, 'verify')).json() as typeof made
    expect(looked.checked!.fault).toMatch(/tender_is_never_changed/)
    expect((await act(admin, made.id, 'restore', { pin: PIN })).code).toBe('backup_unfit')
  })

  it('an encrypted copy is made with the PIN, and is restored by its passphrase', { timeout: 60_000 }, async () => {
    const made = await backUp(admin)
    const passphrase = 'a car park at the harbour'
    expect((await act(admin, made.id, 'export', { passphrase: 'short', pin: PIN })).code).toBe('invalid_request')
    expect((await act(admin, made.id, 'export', { passphrase, pin: '1111' })).code).toBe('wrong_pin')
    const written = await act(admin, made.id, 'export', { passphrase, pin: PIN })
    expect(written.status).toBe(201)
    const id = `${made.id}-export`
    expect((await listOf(admin)).backups).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, encrypted: true, kind: 'manual' })]),
    )
    expect(JSON.stringify(trail(still, 'backup.exported'))).not.toContain(passphrase)
    await book(still.visitor, '2025-12-08T15:00:00+05:30')
    expect((await act(admin, id, 'preview')).code).toBe('wrong_passphrase')
    expect((await act(admin, id, 'preview', { passphrase: 'another one' })).code).toBe('wrong_passphrase')
    expect((await act(admin, id, 'preview', { passphrase })).json()).toMatchObject({ verdict: 'whole' })
    expect((await act(admin, id, 'restore', { passphrase, pin: PIN })).status).toBe(204)
    const bookings = still.look((db) => db.prepare('SELECT count(*) FROM booking').pluck().get())
    expect(bookings).toBe(made.contents!.bookings)
    // What was decrypted for it is gone again.
    expect(readdirSync(still.dataDir).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('an update of the schema', () => {
  it('is preceded by a backup of the store as it was', async () => {
    const { still } = await startWithAdmin()
    await still.halt()
    const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-older-'))
    const file = join(dataDir, 'kerbside.sqlite')
    const older = new BetterSqlite3(file)
    older.pragma('journal_mode = WAL')
    migrate(older, migrations.slice(0, 8))
    older
      .prepare('INSERT INTO store_state (id, secret_key, last_stamp) VALUES (1, zeroblob(32), ?)')
      .run(Date.parse('2025-12-01T00:00:00Z'))
    older.close()
    const updated = await startStillServer({ dataDir, world: still.world, site: 'none' })
    await updated.halt()
    const name = '20251201T000000Z-migration.sqlite'
    expect(readdirSync(join(dataDir, 'backups'))).toEqual([name])
    expect(await inspectFile(join(dataDir, 'backups', name), undefined)).toMatchObject({
      is: 'whole',
      contents: { schema: 8 },
    })
    // A second start updates nothing, and makes none.
    await (await startStillServer({ dataDir, world: still.world, site: 'none' })).halt()
    expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1)
    rmSync(dataDir, { recursive: true })
    rmSync(still.dataDir, { recursive: true })
  })

  it('does not happen where no backup can be made', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-older-'))
    const file = join(dataDir, 'kerbside.sqlite')
    const older = new BetterSqlite3(file)
    migrate(older, migrations.slice(0, 8))
    older.prepare('INSERT INTO store_state (id, secret_key, last_stamp) VALUES (1, zeroblob(32), 1)').run()
    older.close()
    writeFileSync(join(dataDir, 'backups'), 'a file where the folder should be')
    await expect(startStillServer({ dataDir, site: 'none' })).rejects.toThrow(/no backup of it could be made first/)
    const db = new BetterSqlite3(file, { readonly: true })
    expect(db.pragma('user_version', { simple: true })).toBe(8)
    db.close()
    rmSync(dataDir, { recursive: true })
  })
})
