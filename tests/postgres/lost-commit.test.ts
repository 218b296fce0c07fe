import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { LossyProxy } from '../support/lossy-proxy.ts'
import { needs } from '../support/needs.ts'
import { startPostgresSite, type PostgresSite } from '../support/postgres-site.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { TestPostgres } from '../support/postgres.ts'

const found = await findPostgres()

describe('a commit whose answer never comes', () => {
  let postgres: TestPostgres
  let proxy: LossyProxy
  let site: PostgresSite
  beforeAll(async () => {
    if (found.obstacle === undefined) postgres = await TestPostgres.start(found.folder)
  })
  beforeEach(async (context) => {
    needs(context, found.obstacle)
    const lookUrl = await postgres.database()
    proxy = await LossyProxy.start(lookUrl)
    onTestFinished(() => proxy.stop())
    site = await startPostgresSite(proxy.url, { lookUrl })
  })
  afterAll(() => postgres?.remove())

  it('is acknowledged where the database says that it went through, and is there once', async () => {
    proxy.lose('KL07ONCE', 'answer')
    const booked = await site.book('KL07ONCE')
    expect(proxy.lost).toBe(1)
    expect(booked.status).toBe(201)
    expect(site.bookings('KL07ONCE')).toBe(1)
    await site.ready(5000)
    const again = await site.book('KL07ONCE')
    expect(again.json()).toMatchObject({ id: (booked.json() as { id: string }).id })
    expect(site.bookings('KL07ONCE')).toBe(1)
  })

  it('is refused where it never reached the database, and asked for again it is done once', async () => {
    proxy.lose('KL07ONCE', 'question')
    const refused = await site.book('KL07ONCE')
    expect(proxy.lost).toBe(1)
    expect([refused.status, refused.code]).toEqual([503, 'store_read_only'])
    expect(site.bookings('KL07ONCE')).toBe(0)
    await site.ready(5000)
    for (let time = 0; time < 2; time += 1) expect((await site.book('KL07ONCE')).status).toBe(201)
    expect(site.bookings('KL07ONCE')).toBe(1)
  })

  it('holds up nobody else for longer than it takes to say no', async () => {
    proxy.lose('KL07ONCE', 'everything')
    const first = site.book('KL07ONCE')
    await expect.poll(() => proxy.lost).toBe(1)
    await expect.poll(async () => (await site.readiness())[1]).toMatchObject({ why: 'database_away' })
    const begun = performance.now()
    expect((await site.book('KL07NEXT')).code).toBe('store_read_only')
    expect(performance.now() - begun).toBeLessThan(2000)
    // Longer than somebody at a kiosk waits; whoever asks again then is told.
    expect((await first).code).toBe('store_read_only')
    expect(performance.now() - begun).toBeLessThan(22_000)
    proxy.open()
    await site.ready(10_000)
  })

  it('is refused where a crash has lost it, though somebody else has its number now', async () => {
    const asked = 'SELECT coalesce(max(backend_xid::text::bigint), 0) FROM pg_stat_activity'
    // What nobody has committed is not on the disk for ten seconds; usually that is a fifth of one.
    await postgres.asSuperuser("ALTER SYSTEM SET wal_writer_delay = '10s'")
    await postgres.asSuperuser('SELECT pg_reload_conf()')
    proxy.lose('KL07LOST', 'held')
    const booking = site.book('KL07LOST')
    await expect.poll(() => proxy.lost).toBe(1)
    const lost = Number(await postgres.asSuperuser(asked))
    expect(lost).toBeGreaterThan(0)
    // In this order: a backend whose client goes would write down that it gave up.
    await postgres.kill()
    proxy.shut()
    await postgres.start()
    let given = 0
    while (given < lost) given = Number(await postgres.asSuperuser('SELECT pg_current_xact_id()'))
    expect(await postgres.asSuperuser(`SELECT pg_xact_status('${lost}')`)).toBe('committed')
    proxy.open()
    const { status, code } = await booking
    expect([status, code]).toEqual([503, 'store_read_only'])
    expect(site.bookings('KL07LOST')).toBe(0)
    await site.ready(10_000)
    expect((await site.book('KL07LOST')).status).toBe(201)
    expect(site.bookings('KL07LOST')).toBe(1)
  })
})
