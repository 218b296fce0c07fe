import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowCounts, startStillServer, type StillServer } from '../support/still-server.ts'
import { openSocket } from '../support/test-socket.ts'
import { book, follow, hold, manage, slotsOf } from '../support/wash.ts'

const SLOT = '2025-12-05T15:00:00+05:30'

describe('the store', () => {
  let still: StillServer
  beforeEach(async () => {
    still = await startStillServer()
  })
  afterEach(() => still.stop())

  const restart = async () => {
    await still.halt()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
  }

  it('has everything after a restart that it had before', async () => {
    const held = await hold(still.visitor, SLOT, { phone: '+91 98470 12345' })
    const cancelled = await hold(still.visitor, SLOT)
    await manage(still.visitor, held, 'confirm')
    await manage(still.visitor, cancelled, 'cancel')
    // Its address is the only thing that a restart may change: these tests take whatever port is free.
    const site = async () => ({ ...((await still.visitor.get('/api/v1/site')).json() as object), customer_page: '' })
    const before = {
      site: await site(),
      booking: (await follow(still.visitor, held)).json(),
      slots: await slotsOf(still.visitor, '2025-12-05'),
    }
    await restart()
    expect({
      site: await site(),
      booking: (await follow(still.visitor, held)).json(),
      slots: await slotsOf(still.visitor, '2025-12-05'),
    }).toEqual(before)
    // The manage token is made from the store's own key, which came along.
    expect((await manage(still.visitor, held, 'cancel')).status).toBe(200)
  })

  it('has what was acknowledged even if the process had died right then', async () => {
    const held = await hold(still.visitor, SLOT)
    // Another process that opens the file now sees what a restarted server would see.
    const seen = still.look((db) => db.prepare('SELECT state FROM booking WHERE id = ?').pluck().get(held.id))
    expect(seen).toBe('held')
  })

  it('is written ahead and in full, and only its owner may read it', () => {
    expect(still.look((db) => db.pragma('journal_mode', { simple: true }))).toBe('wal')
    expect(statSync(still.dataDir).isDirectory()).toBe(true)
    expect(still.look((db) => db.pragma('integrity_check', { simple: true }))).toBe('ok')
    expect(still.look((db) => db.pragma('foreign_key_check'))).toEqual([])
  })

  it('stamps commits in one rising order over restarts, though the wall clock was set back', async () => {
    await hold(still.visitor, SLOT)
    await still.halt()
    still.world.stepWall(-3_600_000)
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    await hold(still.visitor, SLOT)
    const stamps = still.look((db) => db.prepare('SELECT at FROM event ORDER BY seq').pluck().all()) as number[]
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b))
    expect(stamps.length).toBeGreaterThan(3)
  })

  it('takes no bookings on the data of a newer Kerbside, says what to do, and touches nothing', async () => {
    await hold(still.visitor, SLOT)
    await still.halt()
    const file = join(still.dataDir, 'kerbside.sqlite')
    const newer = new BetterSqlite3(file)
    const version = Number(newer.pragma('user_version', { simple: true }))
    newer.pragma('user_version = 1000')
    newer.close()
    const hash = () => createHash('sha256').update(readFileSync(file)).digest('hex')
    const before = hash()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    const words =
      /written by a newer Kerbside \(schema 1000; .*Install that version again, or restore a backup.*Nothing was changed/
    expect((await still.stranger.get('/api/v1/recovery')).json()).toMatchObject({
      damage: 'newer',
      detail: expect.stringMatching(words),
    })
    await still.halt()
    expect(hash()).toBe(before)
    const repaired = new BetterSqlite3(file)
    repaired.pragma(`user_version = ${version}`)
    repaired.close()
    still = await startStillServer({ dataDir: still.dataDir, world: still.world })
    expect(rowCounts(still)['booking']).toBe(1)
  })

  it('takes no bookings while it cannot be written, says so, and takes them again when it can', async () => {
    // Another program holds the write lock for longer than the server waits.
    const other = new BetterSqlite3(join(still.dataDir, 'kerbside.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    const refused = await book(still.visitor, SLOT)
    expect([refused.status, refused.code]).toEqual([503, 'store_read_only'])
    expect((await still.visitor.get('/healthz')).status).toBe(200)
    expect(await slotsOf(still.visitor, '2025-12-05')).not.toEqual([])
    other.exec('ROLLBACK')
    other.close()
    expect((await book(still.visitor, SLOT)).status).toBe(201)
  })

  it('that is not there is made, with the folders above it, for nobody else to read', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'kerbside-deep-'))
    const dataDir = join(parent, 'a', 'b')
    const fresh = await startStillServer({ dataDir, site: 'none' })
    expect(statSync(dataDir).mode & 0o077).toBe(0)
    await fresh.halt()
    rmSync(parent, { recursive: true })
  })
})

describe('a server that stops', () => {
  it('lets a client go that has stopped reading, and answers nobody afterwards', async () => {
    const still = await startStillServer()
    const socket = await openSocket(still.server.publicUrl, '/ws/time/')
    await socket.next()
    socket.stream.pause()
    await still.stop()
    await expect(still.visitor.get('/healthz')).rejects.toThrow(/fetch failed/)
    socket.raw.terminate()
  })

  it('stops once, however often it is asked to', async () => {
    const still = await startStillServer()
    expect(still.server.stop()).toBe(still.server.stop())
    await still.stop()
  })
})
