import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, close } from '../../src-server/store/sqlite/connection.ts'
import { at, parkingFrom } from '../support/parking.ts'
import { OWNER, pairKiosk, startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket } from '../support/test-socket.ts'

/** Makes each commit of this process fail as a disk makes it fail, and counts how often one was tried. */
function failCommits(code: string): { tried: () => number } {
  const { exec } = BetterSqlite3.prototype
  let tried = 0
  vi.spyOn(BetterSqlite3.prototype, 'exec').mockImplementation(function (this: BetterSqlite3.Database, sql: string) {
    if (sql !== 'COMMIT') return exec.call(this, sql)
    tried += 1
    throw new BetterSqlite3.SqliteError('it failed', code)
  })
  return { tried: () => tried }
}

describe('a store that the disk keeps from writing', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await still.stop()
  })

  const book = async (hour: number) => {
    const body = parkingFrom(at(`${hour}:00`), at(`${hour + 1}:00`), { plate: `KL07 ${hour}` })
    const { status, code } = await still.visitor.post('/api/v1/bookings', body, { 'idempotency-key': `key-${hour}` })
    return [status, code]
  }
  const resumed = () =>
    still.look((db) => db.prepare("SELECT data FROM event WHERE kind = 'store.resumed'").pluck().all())
  const readiness = async () => {
    const answer = await still.visitor.get('/readyz')
    return [answer.status, answer.json()] as const
  }
  /** Lets seconds pass, each with what belongs to it. */
  const seconds = async (count: number) => {
    for (let second = 0; second < count; second += 1) {
      still.world.advance(1000)
      await new Promise((resume) => setTimeout(resume, 5))
    }
  }

  it('says so wherever it is asked, and goes on reading', async () => {
    const kiosk = await pairKiosk(still, still.owner)
    failCommits('SQLITE_FULL')
    expect(await book(15)).toEqual([503, 'store_read_only'])
    expect(await readiness()).toMatchObject([
      503,
      { code: 'store_read_only', store: 'read_only', why: 'disk_full', since: '2025-12-05T12:45:22+05:30' },
    ])
    expect((await still.visitor.get('/healthz')).status).toBe(200)
    expect((await still.visitor.get('/api/v1/time')).json()).toMatchObject({ store_read_only: 'disk_full' })
    expect((await still.stranger.get('/metrics')).text).toContain('kerbside_store_state{state="disk_full"} 1')
    // By now a session and a tablet are due to be written down as seen; that may be left out.
    await seconds(120)
    expect((await still.owner.get('/api/v1/session')).status).toBe(200)
    expect((await still.owner.get('/api/v1/bookings')).status).toBe(200)
    expect((await kiosk.caller.get('/api/v1/devices/self')).json()).toMatchObject({ device: { id: kiosk.id } })
  })

  it('keeps whoever is signed in, for as long as they go on working, and lets nobody else in', async () => {
    failCommits('SQLITE_IOERR_FSYNC')
    await book(15)
    for (let hour = 0; hour < 10; hour += 1) {
      still.world.slip(3_600_000)
      expect((await still.owner.get('/api/v1/session')).status).toBe(200)
    }
    still.world.slip(2 * 3_600_000)
    expect((await still.owner.get('/api/v1/session')).code).toBe('unauthenticated')
    expect((await still.owner.post('/api/v1/session', OWNER)).code).toBe('store_read_only')
  })

  it.each(['before', 'after'])('locks and opens a console that was locked %s it came to that', async (when) => {
    const session = async () => (await still.owner.get('/api/v1/session')).code
    const lock = () => still.owner.post('/api/v1/session/lock')
    const unlock = (secret: string) => still.owner.post('/api/v1/session/unlock', { secret })
    const base = still.server.staffUrl
    const socket = await openSocket(base, '/ws/time/', { origin: base, cookie: still.owner.cookie })
    if (when === 'before') await lock()
    failCommits('SQLITE_FULL')
    await book(15)
    expect((await lock()).status).toBe(204)
    expect((await socket.closed).code).toBe(4401)
    expect(await session()).toBe('session_locked')
    expect((await unlock('wrong')).code).toBe('wrong_pin')
    expect(await session()).toBe('session_locked')
    expect((await unlock(OWNER.password)).status).toBe(200)
    expect(await session()).toBeUndefined()
    // What it remembers is no more than the store once that can be told again.
    vi.restoreAllMocks()
    await seconds(4)
    await vi.waitFor(() => expect(resumed()).toHaveLength(1))
    expect((await lock()).status).toBe(204)
    expect(await session()).toBe('session_locked')
    expect((await unlock(OWNER.password)).status).toBe(200)
    expect(await session()).toBeUndefined()
    const kept = () => still.look((db) => db.prepare('SELECT locked_at FROM session').pluck().all())
    expect(kept()).toEqual([null])
  })

  it('tells each page with the next tick, and takes it back with the tick after', async () => {
    const socket = await openSocket(still.server.publicUrl, '/ws/time/')
    expect(await socket.nextOf('time_update')).not.toHaveProperty('store_read_only')
    failCommits('SQLITE_FULL')
    await book(15)
    still.world.advance(1000)
    expect(await socket.nextOf('time_update')).toMatchObject({ store_read_only: 'disk_full' })
    vi.restoreAllMocks()
    await still.owner.get('/api/v1/session')
    await seconds(4)
    await vi.waitUntil(async () => !('store_read_only' in (await socket.nextOf('time_update'))))
    socket.raw.terminate()
  })

  it('writes again by itself once a full disk has room, and has it in the trail', async () => {
    const disk = failCommits('SQLITE_FULL')
    await book(15)
    const tried = disk.tried()
    await book(15)
    expect(disk.tried()).toBe(tried)
    vi.restoreAllMocks()
    expect(await book(15)).toEqual([503, 'store_read_only'])
    await seconds(4)
    await vi.waitFor(() => expect(resumed()).toHaveLength(1))
    expect((await readiness())[0]).toBe(200)
    expect(await book(15)).toEqual([201, undefined])
    expect(JSON.parse(String(resumed()[0]))).toEqual({
      why: 'disk_full',
      stopped_at: Date.parse('2025-12-05T07:15:22Z'),
    })
  })

  it('never writes again after the disk has failed, until the server is started anew', async () => {
    const disk = failCommits('SQLITE_IOERR_FSYNC')
    expect(await book(15)).toEqual([503, 'store_read_only'])
    vi.restoreAllMocks()
    expect(disk.tried()).toBe(1)
    await seconds(10)
    expect((await readiness())[1]).toMatchObject({ why: 'disk_failing' })
    expect(await book(16)).toEqual([503, 'store_read_only'])
    expect((await still.owner.delete('/api/v1/session')).code).toBe('store_read_only')
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    expect((await readiness())[0]).toBe(200)
    expect(await book(15)).toEqual([201, undefined])
    await vi.waitFor(() => expect(resumed()).toEqual([expect.stringContaining('"why":"disk_failing"')]))
    expect(existsSync(join(still.dataDir, 'not-saved.json'))).toBe(false)
  })

  it('stops as well when the disk fails while the log is folded in', async () => {
    const { pragma } = BetterSqlite3.prototype
    vi.spyOn(BetterSqlite3.prototype, 'pragma').mockImplementation(function (
      this: BetterSqlite3.Database,
      source,
      options,
    ) {
      if (source === 'wal_checkpoint(PASSIVE)') throw new BetterSqlite3.SqliteError('it failed', 'SQLITE_IOERR_FSYNC')
      return pragma.call(this, source, options)
    })
    still.plant(
      'PRAGMA wal_autocheckpoint = 0; CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(10000000))',
    )
    await seconds(1)
    // What was committed is on the disk, whatever became of the log: only what follows is refused.
    expect((await readiness())[1]).toMatchObject({ why: 'disk_failing' })
  })
})

describe('a store that was not closed', () => {
  it('is opened with nothing left in its log: what a failed disk may not have kept is written anew', async () => {
    const still = await startStillServer()
    const copy = mkdtempSync(join(tmpdir(), 'kerbside-crashed-'))
    try {
      const file = join(copy, 'kerbside.sqlite')
      for (const part of ['', '-wal']) copyFileSync(join(still.dataDir, `kerbside.sqlite${part}`), `${file}${part}`)
      expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
      const before = statSync(file).size
      const connection = connect(file, { randomBytes: (count) => new Uint8Array(count) })
      const writtenAnew = statSync(file).size
      const left = statSync(`${file}-wal`).size
      close(connection)
      expect(left).toBe(0)
      expect(writtenAnew).toBeGreaterThanOrEqual(before)
    } finally {
      rmSync(copy, { recursive: true })
      await still.stop()
    }
  })
})
