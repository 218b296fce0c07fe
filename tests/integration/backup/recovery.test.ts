import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Recovery } from '../../../src-shared/api/backup-schemas.ts'
import { routes } from '../../../src-shared/api/routes.ts'
import type { Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { book } from '../../support/wash.ts'
import { trail } from '../admin/admin-world.ts'
import { ADMIN, backUp, startWithAdmin } from './backup-world.ts'

const SLOT = '2025-12-08T15:00:00+05:30'

function writtenByNewer(store: string): void {
  const newer = new BetterSqlite3(store)
  newer.pragma('user_version = 1000')
  newer.close()
}

describe('a store that cannot be opened', { timeout: 90_000 }, () => {
  let still: StillServer
  let admin: Caller
  let backup: string
  let references: readonly unknown[]
  const file = (end = '') => join(still.dataDir, `kerbside.sqlite${end}`)
  const allReferences = () => still.look((db) => db.prepare('SELECT reference FROM booking ORDER BY id').pluck().all())

  beforeEach(async () => {
    ;({ still, admin } = await startWithAdmin())
    await book(still.visitor, SLOT)
    ;({ id: backup } = await backUp(admin))
    references = allReferences()
    await still.halt()
  })
  afterEach(() => still.stop())

  const start = async () => {
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'demo' })
  }
  /** What was set aside, as it was. */
  const keptStore = () => {
    const aside = join(still.dataDir, 'set-aside')
    return readFileSync(join(aside, readdirSync(aside)[0]!, 'kerbside.sqlite'))
  }
  const recovery = async () => (await still.stranger.get('/api/v1/recovery')).json() as Recovery
  const restore = (id: string, claim: object = ADMIN) => still.stranger.post(`/api/v1/recovery/${id}/restore`, claim)
  /** The whole server takes the place of the one that recovered. */
  const comeBack = async () => {
    still.world.advance(1000)
    for (;;) {
      const answers = await Promise.all(
        [still.visitor, still.stranger].map((caller) => caller.get('/readyz').catch(() => undefined)),
      )
      if (answers.every((answer) => answer?.status === 200)) return
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  it.each([
    ['missing', () => rmSync(file())],
    ['empty', () => truncateSync(file(), 0)],
    ['damaged', () => truncateSync(file(), 30_000)],
    ['damaged', () => writeFileSync(file(), 'this is no database '.repeat(4000))],
    ['newer', () => writtenByNewer(file())],
  ] as const)(
    'is told (%s), restored by an admin of the backup, and followed by the whole server',
    async (damage, spoil) => {
      spoil()
      const was = existsSync(file()) ? readFileSync(file()) : undefined
      await start()
      expect(still.server.damage).toMatch(/Nothing was changed/)
      expect(await recovery()).toMatchObject({
        damage,
        backups: expect.arrayContaining([expect.objectContaining({ id: backup })]),
      })
      expect(existsSync(file()) ? readFileSync(file()) : undefined).toEqual(was)

      expect((await still.stranger.post(`/api/v1/recovery/${backup}/preview`, {})).json()).toMatchObject({
        verdict: 'whole',
      })
      expect((await restore(backup)).status).toBe(204)
      await comeBack()
      expect(allReferences()).toEqual(references)
      expect(trail(still, 'store.restored_from_backup')).toMatchObject([
        { subject: backup, data: { damage, username: 'admin' } },
      ])
      expect((await book(still.visitor, '2025-12-08T16:00:00+05:30')).status).toBe(201)
      expect((await recovery()).damage).toBeNull()
      expect(was === undefined ? undefined : keptStore()).toEqual(was)
      await still.halt()
      await start()
      expect(still.server.damage).toBeUndefined()
    },
  )

  it('answers nothing but what an admin needs to choose, on either listener', async () => {
    rmSync(file())
    await start()
    const open = new Set(['GET /healthz', 'GET /api/v1/recovery'])
    for (const [key, spec] of Object.entries(routes) as [string, { access: { public?: string; staff?: unknown } }][]) {
      const [method = '', path = ''] = key.split(' ')
      if (open.has(key) || path.startsWith('/api/v1/recovery/')) continue
      for (const [listener, caller] of [
        ['public', still.visitor],
        ['staff', still.stranger],
      ] as const) {
        if (spec.access[listener] === undefined) continue
        const answer = await caller.send(method, path.replaceAll(/\{\w+\}/g, 'some'), undefined)
        // What anybody may ask has its form looked at first, where it has one.
        expect([
          key,
          listener,
          answer.status,
          answer.code === 'invalid_request' ? 'recovery_needed' : answer.code,
        ]).toEqual([key, listener, answer.code === 'invalid_request' ? 400 : 503, 'recovery_needed'])
      }
    }
    expect((await still.visitor.get('/healthz')).status).toBe(200)
    expect((await still.visitor.get('/api/v1/recovery')).status).toBe(404)
  })

  it('is restored by nobody else: not by an attendant, an owner beside an admin, a wrong password, or guessing', async () => {
    rmSync(file())
    await start()
    const claims = [
      { username: 'attendant', password: 'harbour-attendant' },
      { username: 'owner', password: 'harbour-owner' },
      { username: 'admin', password: 'harbour-owner' },
      { username: 'nobody', password: 'harbour-admin' },
    ]
    for (const claim of claims) expect((await restore(backup, claim)).code).toBe('wrong_credentials')
    const codes = new Set<string | undefined>()
    for (let guess = 0; guess < 12; guess += 1) {
      codes.add((await restore(backup, { username: 'admin', password: `guess-${guess}` })).code)
    }
    expect(codes).toEqual(new Set(['wrong_credentials', 'rate_limited']))
    expect((await restore(backup)).code).toBe('rate_limited')
    expect(existsSync(file())).toBe(false)
  })

  it('may be restored by an owner where the backup has no admin', async () => {
    await still.stop()
    still = await startStillServer()
    await still.server.backUpBeforeQuit()
    await still.halt()
    rmSync(file())
    still = await startStillServer({ dataDir: still.dataDir, world: still.world, site: 'none' })
    const { id } = (await recovery()).backups[0]!
    expect((await restore(id, { username: 'owner', password: 'quay-lane-owner' })).status).toBe(204)
    await comeBack()
  })

  it('may be gone on with as it lies there, where it is whole and only was changed', async () => {
    const bytes = readFileSync(file())
    await start()
    await book(still.visitor, '2025-12-08T17:00:00+05:30')
    const now = allReferences()
    await still.halt()
    // Somebody puts an older copy of the file in its place.
    writeFileSync(file(), bytes)
    await start()
    expect((await recovery()).damage).toBe('changed')
    expect(now).toHaveLength(references.length + 1)
    expect((await restore('present')).status).toBe(204)
    await comeBack()
    expect(allReferences()).toEqual(references)
  })

  it('leaves time as it was last known: an old backup does not set it back', async () => {
    await start()
    still.world.slip(5 * 3_600_000)
    still.world.advance(11_000)
    const before = ((await still.visitor.get('/api/v1/time')).json() as { server_ms: number }).server_ms
    await still.halt()
    rmSync(file())
    // The machine is started again, and its clock set to just after the backup.
    still.world.stepWall(-4 * 3_600_000)
    still.world.bootId = () => 'another-boot'
    await start()
    expect((await restore(backup)).status).toBe(204)
    await comeBack()
    const { server_ms: after, clock_state: state } = (await still.visitor.get('/api/v1/time')).json() as {
      server_ms: number
      clock_state: string
    }
    expect(after).toBeGreaterThanOrEqual(before)
    expect(state).toBe('rollback')
    expect((await book(still.visitor, '2025-12-09T15:00:00+05:30')).code).toBe('clock_untrusted')
  })

  it('says that there is no backup where there is none, and finds one that is put there', async () => {
    const kept = readFileSync(join(still.dataDir, 'backups', `${backup}.sqlite`))
    rmSync(join(still.dataDir, 'backups'), { recursive: true })
    rmSync(file())
    await start()
    const { backups, folder } = await recovery()
    expect(backups).toEqual([])
    expect(folder).toBe(join(still.dataDir, 'backups'))
    mkdirSync(folder)
    writeFileSync(join(folder, 'from-a-stick.sqlite'), kept)
    expect((await recovery()).backups).toMatchObject([{ id: 'from-a-stick', kind: 'other' }])
    expect((await restore('from-a-stick')).status).toBe(204)
    await comeBack()
    expect(allReferences()).toEqual(references)
    await signIn(still, ADMIN)
  })
})
