import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackupItem } from '../../../src-shared/api/backup-schemas.ts'
import type { Caller } from '../../support/caller.ts'
import { FakeKeeper } from '../../support/fake-keeper.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { trail } from '../admin/admin-world.ts'
import { act, ADMIN, backUp, listOf, PIN, settled, startWithAdmin } from './backup-world.ts'

const PASSPHRASE = 'tide crane ledger harbour'
const ANOTHER = 'bollard gravel Sunday kettle'

describe('what goes to the second folder, encrypted', { timeout: 240_000 }, () => {
  let still: StillServer
  let admin: Caller
  let keeper: FakeKeeper
  let second: string
  beforeEach(async () => {
    second = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
    keeper = new FakeKeeper()
    ;({ still, admin } = await startWithAdmin({ passphraseKeeper: keeper }))
  })
  afterEach(async () => {
    await still.stop()
    rmSync(second, { recursive: true, force: true })
  })

  const put = (settings: object) =>
    admin.send('PUT', '/api/v1/backups/settings', {
      nightly_hour: null,
      second_folder: second,
      encrypt_second: true,
      pin: PIN,
      ...settings,
    })
  const turnOn = async (passphrase = PASSPHRASE) => {
    const saved = await put({ passphrase })
    expect([saved.status, saved.text]).toEqual([200, expect.not.stringContaining(passphrase)])
  }
  const inSecond = () => readdirSync(second).toSorted()
  /** The encrypted copy of a backup, as the list has it. */
  const sealedOf = async ({ id }: BackupItem) => (await listOf(admin)).backups.find((one) => one.id === `${id}-sealed`)
  const notices = async () =>
    ((await admin.get('/api/v1/notices')).json() as { notices: { notification: object }[] }).notices.map(
      ({ notification }) => notification,
    )
  const aSecond = async () => {
    still.world.advance(1000)
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    await settled(admin)
  }

  it('is one file for each backup, of the night too, that says nothing of the site', async () => {
    await turnOn()
    expect((await put({ nightly_hour: 3 })).status).toBe(200)
    still.world.slip(Date.parse('2025-12-06T03:00:05+05:30') - still.world.wallMs())
    admin = await signIn(still, ADMIN)
    await aSecond()
    const [sealed, plain] = (await listOf(admin)).backups
    expect([sealed, plain]).toMatchObject([
      { kind: 'nightly', encrypted: true, places: ['second'], contents: null, made_at: plain!.made_at },
      { kind: 'nightly', encrypted: false, places: ['here'] },
    ])
    expect(inSecond()).toEqual([`${plain!.id}-sealed.kerbside`])
    const bytes = readFileSync(join(second, inSecond()[0]!))
    expect(bytes.subarray(0, 15).toString()).toBe('KERBSIDE BACKUP')
    for (const clear of ['SQLite format 3', 'Harbour Street', PASSPHRASE]) expect(bytes.includes(clear)).toBe(false)
  })

  it('is opened and restored by its passphrase, and by nothing else', async () => {
    await turnOn()
    const made = await backUp(admin)
    const { id } = (await sealedOf(made))!
    keeper.kept = undefined
    await book(still.visitor, '2025-12-08T15:00:00+05:30')
    const wrong = { passphrase: 'another one altogether' }
    expect((await act(admin, id, 'preview')).code).toBe('wrong_passphrase')
    expect((await act(admin, id, 'preview', wrong)).code).toBe('wrong_passphrase')
    expect((await act(admin, id, 'restore', { ...wrong, pin: PIN })).code).toBe('wrong_passphrase')
    expect((await act(admin, id, 'preview', { passphrase: PASSPHRASE })).json()).toMatchObject({ verdict: 'whole' })
    expect((await act(admin, id, 'restore', { passphrase: PASSPHRASE, pin: PIN })).status).toBe(204)
    const bookings = still.look((db) => db.prepare('SELECT count(*) FROM booking').pluck().get())
    expect(bookings).toBe(made.contents!.bookings)
    expect(trail(still, 'store.restored_from_backup')).toMatchObject([{ subject: id }])
    expect(readdirSync(still.dataDir).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('is opened without asking while this computer keeps the passphrase', async () => {
    await turnOn()
    const { id } = (await sealedOf(await backUp(admin)))!
    expect((await act(admin, id, 'preview')).json()).toMatchObject({ verdict: 'whole' })
    keeper.state = 'locked'
    expect((await act(admin, id, 'preview')).code).toBe('wrong_passphrase')
    expect((await act(admin, id, 'preview', { passphrase: PASSPHRASE })).json()).toMatchObject({ verdict: 'whole' })
    keeper.state = 'open'
    expect((await act(admin, id, 'restore', { pin: PIN })).status).toBe(204)
  })

  it('is rotated together with what lies there in clear; what was exported by hand stays', async () => {
    await put({ encrypt_second: false })
    const first = await backUp(admin)
    await act(admin, first.id, 'export', { passphrase: PASSPHRASE, pin: PIN })
    await turnOn()
    const made: string[] = []
    for (let count = 0; count < 4; count += 1) {
      still.world.advance(60_000)
      made.push((await backUp(admin)).id)
    }
    // Of one day the three newest are kept.
    expect(inSecond()).toEqual(
      [`${first.id}-export.kerbside`, ...made.slice(1).map((id) => `${id}-sealed.kerbside`)].toSorted(),
    )
  })

  it('by another passphrase from when it was changed; the older copies are opened by the older one', async () => {
    await turnOn()
    const older = (await sealedOf(await backUp(admin)))!
    await turnOn(ANOTHER)
    still.world.advance(60_000)
    const newer = (await sealedOf(await backUp(admin)))!
    const opens = async (id: string, passphrase: string) =>
      (await act(admin, id, 'preview', { passphrase })).status === 200
    expect(await opens(older.id, PASSPHRASE)).toBe(true)
    expect(await opens(older.id, ANOTHER)).toBe(false)
    expect(await opens(newer.id, ANOTHER)).toBe(true)
    expect(await opens(newer.id, PASSPHRASE)).toBe(false)
    // The kept one is the new one: for the older copy it has to be typed.
    expect((await act(admin, older.id, 'preview')).code).toBe('wrong_passphrase')
  })

  it('no longer once it is turned off: the passphrase is forgotten, and what is encrypted stays so', async () => {
    await turnOn()
    const older = (await sealedOf(await backUp(admin)))!
    expect((await put({ encrypt_second: false })).status).toBe(200)
    expect(keeper.kept).toBeUndefined()
    still.world.advance(60_000)
    const newer = await backUp(admin)
    expect(newer.places).toEqual(['here', 'second'])
    expect(inSecond()).toEqual([`${newer.id}.json`, `${newer.id}.sqlite`, `${older.id}.kerbside`].toSorted())
    expect((await act(admin, older.id, 'preview', { passphrase: PASSPHRASE })).status).toBe(200)
  })

  it.each([
    ['is locked', 'locked', /locked/],
    ['has lost it', 'lost', /none/],
  ] as const)('is not written where the keyring %s: the backup counts, and staff are told', async (_what, how, why) => {
    await turnOn()
    if (how === 'lost') keeper.kept = undefined
    else keeper.state = how
    const made = await backUp(admin)
    expect(made).toMatchObject({ places: ['here'], checked: { fault: null } })
    expect(inSecond()).toEqual([])
    expect((await listOf(admin)).run.failed).toMatchObject({
      what: 'passphrase',
      why: expect.stringMatching(why) as string,
    })
    expect(await notices()).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'backup_failed', what: 'passphrase' })]),
    )
    expect(trail(still, 'backup.failed')).toMatchObject([{ data: { what: 'passphrase' } }])
    // The hour can be changed all the same, and what holds is what held.
    expect((await put({ nightly_hour: 5 })).status).toBe(200)
  })

  it('is not waited for until morning where nobody opens the keyring, and nobody else waits for it', async () => {
    await turnOn()
    keeper.state = 'silent'
    await admin.post('/api/v1/backups')
    while ((await listOf(admin)).run.state === 'running' && keeper.reads === 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect((await book(still.visitor, '2025-12-08T15:00:00+05:30')).status).toBe(201)
    expect((await listOf(admin)).run.state).toBe('running')
    still.world.advance(20_000)
    expect((await settled(admin)).run.failed).toMatchObject({
      what: 'passphrase',
      why: expect.stringMatching(/not answered for 20 seconds/) as string,
    })
    keeper.answerLate()
    expect(inSecond()).toEqual([])
  })

  it('needs a passphrase that somebody types, long enough, with the PIN', async () => {
    expect((await put({})).code).toBe('passphrase_needed')
    expect((await put({ passphrase: 'short' })).code).toBe('invalid_request')
    expect((await put({ passphrase: PASSPHRASE, pin: '1111' })).code).toBe('wrong_pin')
    expect(keeper.kept).toBeUndefined()
    expect((await listOf(admin)).settings.encrypt_second).toBe(false)
    await turnOn()
    // From now on there is one: what else is changed needs none.
    expect((await put({ nightly_hour: 4 })).status).toBe(200)
    const told = trail(still, 'backup.settings_changed')
    expect(told).toMatchObject([
      { data: { encrypt_second: true, passphrase_changed: true } },
      { data: { encrypt_second: true, passphrase_changed: false } },
    ])
    expect(JSON.stringify(told)).not.toContain(PASSPHRASE)
  })

  it('is refused where no keyring keeps the passphrase, or it answers too late; nothing has changed then', async () => {
    keeper.state = 'absent'
    expect((await listOf(admin)).passphrase).toEqual({ place: 'no_keyring', kept: false })
    expect((await put({ passphrase: PASSPHRASE })).code).toBe('passphrase_not_kept')
    keeper.state = 'locked'
    expect((await put({ passphrase: PASSPHRASE })).code).toBe('passphrase_not_kept')
    keeper.state = 'silent'
    const saving = put({ passphrase: PASSPHRASE })
    // The PIN is looked at on a thread of its own first.
    while (keeper.keeps < 2) await new Promise((resolve) => setImmediate(resolve))
    still.world.advance(90_000)
    expect((await saving).code).toBe('passphrase_not_kept')
    keeper.answerLate()
    await new Promise((resolve) => setImmediate(resolve))
    expect(keeper.kept).toBeUndefined()
    expect((await listOf(admin)).settings).toMatchObject({ encrypt_second: false, second_folder: null })
  })

  it('asks the keyring for nothing at the start, nor for the list', async () => {
    await turnOn()
    await still.halt()
    keeper.reads = 0
    const { dataDir, world } = still
    still = await startStillServer({ dataDir, world, site: 'demo', passphraseKeeper: keeper })
    admin = await signIn(still, ADMIN)
    await aSecond()
    expect(await listOf(admin)).toMatchObject({
      passphrase: { place: 'keyring', kept: true },
      settings: { encrypt_second: true },
    })
    expect(keeper.reads).toBe(0)
  })
})

describe('a server without a desktop', { timeout: 240_000 }, () => {
  it('has no keyring, and says so', async () => {
    const { still, admin } = await startWithAdmin()
    expect((await listOf(admin)).passphrase).toEqual({ place: 'headless', kept: false })
    const body = { nightly_hour: null, second_folder: null, encrypt_second: true, passphrase: PASSPHRASE, pin: PIN }
    expect((await admin.send('PUT', '/api/v1/backups/settings', body)).code).toBe('passphrase_not_kept')
    await still.stop()
  })

  it('takes the passphrase from a file, read anew for each copy, and encrypts from the start', async () => {
    const second = mkdtempSync(join(tmpdir(), 'kerbside-second-'))
    const file = join(second, '..', `${second.split('/').at(-1)}.passphrase`)
    writeFileSync(file, `${PASSPHRASE}\n`, { mode: 0o600 })
    const { still, admin } = await startWithAdmin({ env: { KERBSIDE_BACKUP_PASSPHRASE_FILE: file } })
    const { settings, passphrase } = await listOf(admin)
    expect([settings.encrypt_second, passphrase]).toEqual([true, { place: 'file', kept: true }])
    const body = { ...settings, second_folder: second, pin: PIN }
    expect((await admin.send('PUT', '/api/v1/backups/settings', body)).status).toBe(200)
    const typed = await admin.send('PUT', '/api/v1/backups/settings', { ...body, passphrase: ANOTHER })
    expect([typed.code, typed.text]).toEqual(['passphrase_not_kept', expect.stringContaining('is changed there')])
    await backUp(admin)
    writeFileSync(file, `${ANOTHER}\n`)
    still.world.advance(60_000)
    await backUp(admin)
    const [newer, older] = readdirSync(second)
      .toSorted()
      .toReversed()
      .map((name) => name.replace(/\.kerbside$/, ''))
    const open = (id: string | undefined, given: string) => act(admin, id!, 'preview', { passphrase: given })
    expect((await open(older, PASSPHRASE)).status).toBe(200)
    expect((await open(newer, ANOTHER)).status).toBe(200)
    expect((await open(newer, PASSPHRASE)).code).toBe('wrong_passphrase')
    rmSync(file)
    still.world.advance(60_000)
    await backUp(admin)
    expect((await listOf(admin)).run.failed).toMatchObject({ what: 'passphrase' })
    expect(readdirSync(second)).toHaveLength(2)
    await still.stop()
    rmSync(second, { recursive: true })
  })
})
