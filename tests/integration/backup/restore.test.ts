import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackupPreview } from '../../../src-shared/api/backup-schemas.ts'
import { inspectFile } from '../../../src-server/store/sqlite/inspect-file.ts'
import type { Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { trail } from '../admin/admin-world.ts'
import { act, ADMIN, backUp, listOf, PIN, startWithAdmin } from './backup-world.ts'

const SLOT = '2025-12-08T15:00:00+05:30'
const LATER = '2025-12-08T16:00:00+05:30'

describe('a restore', { timeout: 90_000 }, () => {
  let still: StillServer
  let admin: Caller
  beforeEach(async () => {
    ;({ still, admin } = await startWithAdmin())
  })
  afterEach(() => still.stop())

  const references = () => still.look((db) => db.prepare('SELECT reference FROM booking ORDER BY id').pluck().all())

  it('drill: goes on with the backup, keeps what it replaces, and says so in the trail', async () => {
    await book(still.visitor, SLOT)
    const backup = await backUp(admin)
    const saved = references()
    const savedEnd = backup.contents!.last_event!
    await book(still.visitor, LATER)
    const replaced = references()
    expect(replaced).toHaveLength(saved.length + 1)
    still.world.advance(3_600_000)

    const restored = await act(admin, backup.id, 'restore', { pin: PIN })
    expect([restored.status, restored.text]).toEqual([204, ''])
    expect(references()).toEqual(saved)
    // Nobody is signed in, whoever was when the copy was made.
    expect((await admin.get('/api/v1/session')).code).toBe('unauthenticated')
    expect(still.look((db) => db.prepare('SELECT count(*) FROM session').pluck().get())).toBe(0)

    const [line] = trail(still, 'store.restored_from_backup')
    expect(line).toMatchObject({
      subject: backup.id,
      data: { username: 'admin', last_seq: savedEnd.seq, last_hash: savedEnd.hash },
    })
    expect((await inspectFile(join(still.dataDir, 'kerbside.sqlite'), undefined)).is).toBe('whole')
    // What was replaced is there, whole, with the booking that came after the backup.
    const [kept] = readdirSync(join(still.dataDir, 'set-aside'))
    const old = new BetterSqlite3(join(still.dataDir, 'set-aside', kept!, 'kerbside.sqlite'), { readonly: true })
    expect(old.prepare('SELECT reference FROM booking ORDER BY id').pluck().all()).toEqual(replaced)
    old.close()
    // And the day goes on: on what was restored, also after a restart.
    expect((await book(still.visitor, LATER)).status).toBe(201)
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
    expect(references()).toHaveLength(saved.length + 1)
  })

  it('can be undone: what was set aside is restored like a backup', async () => {
    const backup = await backUp(admin)
    await book(still.visitor, SLOT)
    const before = references()
    await act(admin, backup.id, 'restore', { pin: PIN })
    admin = await signIn(still, ADMIN)
    const aside = (await listOf(admin)).backups.find(({ kind }) => kind === 'replaced')!
    expect((await act(admin, aside.id, 'restore', { pin: PIN })).status).toBe(204)
    expect(references()).toEqual(before)
  })

  it('carries the clock on: time, stamps and doubt are those of now, not of the backup', async () => {
    const backup = await backUp(admin)
    still.world.advance(3_600_000)
    // Somebody changes the machine's clock: business time goes its own way, and says so.
    still.world.stepWall(-5 * 3_600_000)
    still.world.advance(1000)
    const state = () =>
      still.look(
        (db) =>
          db.prepare('SELECT last_stamp, mark_business_ms, mark_epoch, mark_state FROM store_state').get() as {
            last_stamp: number
            mark_business_ms: number
          },
      )
    const time = async () => ((await still.visitor.get('/api/v1/time')).json() as { server_ms: number }).server_ms
    const before = state()
    const now = await time()
    expect((await act(admin, backup.id, 'restore', { pin: PIN })).status).toBe(204)
    const after = state()
    expect(after).toMatchObject({ mark_state: 'guarded', mark_epoch: 1 })
    expect(after.last_stamp).toBeGreaterThan(before.last_stamp)
    expect(after.mark_business_ms).toBeGreaterThanOrEqual(before.mark_business_ms)
    expect(await time()).toBe(now)
    // Also over a restart: the wall clock is five hours behind, and nobody believes it.
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
    expect(await time()).toBeGreaterThanOrEqual(now)
    expect((await still.visitor.get('/readyz')).json()).toMatchObject({ clock_state: 'guarded' })
  })

  it('shows first what is in it beside what there is now', async () => {
    const backup = await backUp(admin)
    await book(still.visitor, SLOT)
    const preview = (await act(admin, backup.id, 'preview')).json() as BackupPreview
    expect(preview).toMatchObject({ verdict: 'whole', why: null, item: { id: backup.id, kind: 'manual' } })
    expect(preview.current!.bookings).toBe(preview.contents!.bookings + 1)
    expect(preview.contents!.schema).toBe(preview.schema)
  })

  it('needs the PIN, and changes nothing without it', async () => {
    const backup = await backUp(admin)
    await book(still.visitor, SLOT)
    const before = references()
    expect((await act(admin, backup.id, 'restore', { pin: '1111' })).code).toBe('wrong_pin')
    expect(references()).toEqual(before)
    expect(existsSync(join(still.dataDir, 'set-aside'))).toBe(false)
  })

  it('refuses what a newer Kerbside made, what is damaged, and what is empty', async () => {
    const backup = await backUp(admin)
    const file = (name: string) => join(still.dataDir, 'backups', `${name}.sqlite`)
    for (const name of ['from-the-future', 'without-anything']) copyFileSync(file(backup.id), file(name))
    const newer = new BetterSqlite3(file('from-the-future'))
    newer.pragma('user_version = 999')
    newer.close()
    writeFileSync(file('without-anything'), '')
    writeFileSync(file('spoilt'), 'this is no database '.repeat(1000))
    const before = references()
    for (const [id, verdict] of [
      ['from-the-future', 'newer'],
      ['without-anything', 'empty'],
      ['spoilt', 'damaged'],
    ] as const) {
      expect((await act(admin, id, 'preview')).json()).toMatchObject({ verdict, contents: null })
      const refused = await act(admin, id, 'restore', { pin: PIN })
      expect([refused.code, refused.json()]).toMatchObject(['backup_unfit', { verdict }])
    }
    expect(references()).toEqual(before)
    expect(readdirSync(still.dataDir).filter((name) => name.startsWith('kerbside-new'))).toEqual([])
  })

  it('that cannot be put in place leaves everything as it was', async () => {
    const backup = await backUp(admin)
    const before = references()
    const draft = join(still.dataDir, 'kerbside-new.sqlite')
    mkdirSync(draft)
    writeFileSync(join(draft, 'in-the-way'), '')
    const refused = await act(admin, backup.id, 'restore', { pin: PIN })
    expect([refused.status, refused.code]).toEqual([503, 'store_read_only'])
    expect(references()).toEqual(before)
    expect((await admin.get('/api/v1/session')).status).toBe(200)
  })

  it('loses no booking that comes meanwhile: it is in the one store or the other', async () => {
    const backup = await backUp(admin)
    const [restored, booked] = await Promise.all([
      act(admin, backup.id, 'restore', { pin: PIN }),
      book(still.visitor, SLOT),
    ])
    expect(restored.status).toBe(204)
    expect(booked.status).toBe(201)
    const { reference } = booked.json() as { reference: string }
    const [kept] = readdirSync(join(still.dataDir, 'set-aside'))
    const old = new BetterSqlite3(join(still.dataDir, 'set-aside', kept!, 'kerbside.sqlite'), { readonly: true })
    const inOld = old.prepare('SELECT reference FROM booking').pluck().all()
    old.close()
    expect([inOld, references()].filter((all) => all.includes(reference))).toHaveLength(1)
  })
})
