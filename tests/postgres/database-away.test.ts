import { createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { Database } from '../../src-server/store/postgres/database.ts'
import { StoreOpenError } from '../../src-server/store/store.ts'
import type { Answer } from '../support/caller.ts'
import { freePort } from '../support/free-port.ts'
import { needs } from '../support/needs.ts'
import { startPostgresSite, type PostgresSite } from '../support/postgres-site.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { TestPostgres } from '../support/postgres.ts'
import { openSocket } from '../support/test-socket.ts'

const found = await findPostgres()

/** Nobody is kept waiting for longer; a query that no answer comes to takes 15 s, and a connection 5. */
const PATIENCE_MS = 22_000

let postgres: TestPostgres
let url: string
beforeAll(async () => {
  if (found.obstacle === undefined) postgres = await TestPostgres.start(found.folder)
})
beforeEach(async (context) => {
  needs(context, found.obstacle)
  url = await postgres.database()
})
afterAll(() => postgres?.remove())

describe('a database that goes away while the server runs', () => {
  let site: PostgresSite
  beforeEach(async () => {
    site = await startPostgresSite(url)
  })

  const read = () => site.visitor.get('/api/v1/availability/wash?service_id=exterior&date=2025-12-05')

  /** @returns what each was answered, and after how long the last of them */
  async function ask(count: number, name: string): Promise<{ outcomes: Set<string>; tookMs: number }> {
    const begun = performance.now()
    const wishes = Array.from({ length: count }, (_, n) => [site.book(`${name}${n}`), read()]).flat()
    const answers = await Promise.all(wishes)
    return { outcomes: new Set(answers.map(outcome)), tookMs: performance.now() - begun }
  }

  /** What is asked while it goes may get through, or not. */
  const either = new Set(['200', '201', '409 slot_taken', '503 store_read_only'])

  async function expectAway(): Promise<void> {
    const { outcomes, tookMs } = await ask(5, 'AWAY')
    expect(outcomes).toEqual(new Set(['503 store_read_only']))
    expect(tookMs).toBeLessThan(PATIENCE_MS)
    expect(await site.readiness()).toMatchObject([
      503,
      { code: 'store_read_only', store: 'read_only', why: 'database_away' },
    ])
    expect((await site.visitor.get('/healthz')).status).toBe(200)
  }

  async function expectBack(): Promise<void> {
    await site.ready(10_000)
    expect(site.bookings('BEFORE')).toBe(1)
    expect(outcome(await site.book('AFTER', '2025-12-08T16:00:00+05:30'))).toBe('201')
    await expect.poll(resumed).toMatchObject([{ why: 'database_away' }])
    expect(outcome(await read())).toBe('200')
  }

  const resumed = () =>
    site
      .look((db) => db.prepare("SELECT data FROM event WHERE kind = 'store.resumed'").pluck().all())
      .map((data) => JSON.parse(String(data)) as unknown)

  it.each([
    ['killed', () => postgres.kill()],
    ['halted by its administrator', () => postgres.halt()],
  ])('%s: refuses, ticks, and goes on by itself once it is back', async (_, goAway) => {
    expect(outcome(await site.book('BEFORE'))).toBe('201')
    const going = ask(20, 'GOING')
    await pause(5)
    await goAway()
    const { outcomes, tookMs } = await going
    expect([...outcomes].filter((one) => !either.has(one))).toEqual([])
    expect(tookMs).toBeLessThan(PATIENCE_MS)
    await expectAway()
    await expectTicks(site, 'database_away')
    await postgres.start()
    await expectBack()
    await expectTicks(site, undefined)
  })

  it('frozen for 25 s: refuses in time, ticks, and goes on by itself once it is thawed', async () => {
    expect(outcome(await site.book('BEFORE'))).toBe('201')
    const other = await startPostgresSite(url, { server: 'second', siteId: site.siteId })
    const database = await idleDatabase()
    await postgres.freeze()
    onTestFinished(() => postgres.thaw())
    const begun = performance.now()
    const asking = Array.from({ length: 20 }, () => database.query({ text: 'SELECT 1' }).catch(String))
    const asked = Promise.all(asking).then((answers) => ({ answers, tookMs: performance.now() - begun }))
    const stopping = other.test.halt().then(() => performance.now() - begun)
    const { outcomes, tookMs } = await ask(20, 'GOING')
    expect(outcomes).toEqual(new Set(['503 store_read_only']))
    expect(tookMs).toBeLessThan(PATIENCE_MS)
    await expectTicks(site, 'database_away')
    await expectAway()
    // Those who wait do not try one idle connection after the other, each for as long.
    const { answers, tookMs: waited } = await asked
    expect(new Set(answers)).toEqual(new Set(['Error: Query read timeout']))
    expect(waited).toBeLessThan(PATIENCE_MS)
    await database.close()
    // A database that says nothing keeps no server from ending.
    expect(await stopping).toBeLessThan(PATIENCE_MS)
    await pause(Math.max(0, 25_000 - (performance.now() - begun)))
    postgres.thaw()
    await expectBack()
    await expectTicks(site, undefined)
  })
})

/** With all of its connections made, and none of them in use. */
async function idleDatabase(): Promise<Database> {
  const database = await Database.open({ url, siteId: 'quay-lane' })
  const sleep = 'SELECT pg_sleep(0.2)'
  await Promise.all([
    ...Array.from({ length: 2 }, () => database.with((client) => client.query(sleep))),
    ...Array.from({ length: 2 }, () => database.withSnapshot((client) => client.query(sleep))),
    ...Array.from({ length: 4 }, () => database.query({ text: sleep })),
  ])
  return database
}

describe('a database that cannot be used when the server starts', () => {
  const refusalOf = async (database: string): Promise<unknown> => {
    const started: unknown = await startPostgresSite(database).catch((error: unknown) => error)
    expect(started).toBeInstanceOf(StoreOpenError)
    return started
  }

  it('is refused in words where its role passes over the walls between sites', async () => {
    const refusal = await refusalOf(url.replace('kerbside@', 'postgres@'))
    expect(String(refusal)).toContain('Give Kerbside a role of its own that is neither superuser nor has BYPASSRLS')
  })

  it('is refused in words, without the password, where nobody answers', async () => {
    const refusal = await refusalOf(`postgres://kerbside:quay-secret@127.0.0.1:${await freePort()}/kerbside`)
    expect(String(refusal)).toContain('The database of KERBSIDE_DATABASE_URL does not answer')
    expect(inspect(refusal, { depth: 9 })).not.toContain('quay-secret')
  })

  it('likewise where somebody listens and says nothing', async () => {
    const held = new Set<Socket>()
    const mute = createServer((socket) => held.add(socket.on('error', () => {}))).listen(0, '127.0.0.1')
    onTestFinished(() => {
      for (const socket of held) socket.destroy()
      mute.close()
    })
    await expect.poll(() => mute.listening).toBe(true)
    const refusal = await refusalOf(
      `postgres://kerbside:quay-secret@127.0.0.1:${(mute.address() as AddressInfo).port}/kerbside`,
    )
    expect(String(refusal)).toContain('does not answer')
    expect(inspect(refusal, { depth: 9 })).not.toContain('quay-secret')
  })

  it('likewise where the database is not there', async () => {
    const refusal = await refusalOf(url.replace('kerbside@', 'kerbside:quay-secret@') + '_no')
    expect(String(refusal)).toMatch(/cannot be used \(database "kerbside_\d+_no" does not exist\)/)
    expect(inspect(refusal, { depth: 9 })).not.toContain('quay-secret')
  })
})

function outcome({ status, code }: Answer): string {
  return code === undefined ? String(status) : `${status} ${code}`
}

/** Two seconds in a row are ticked, the second of them knowing what is the matter. */
async function expectTicks({ test }: PostgresSite, trouble: string | undefined): Promise<void> {
  const socket = await openSocket(test.publicUrl, '/ws/time/')
  const ticks = [await socket.nextOf('time_update'), await socket.nextOf('time_update')]
  socket.raw.terminate()
  expect(ticks[1]?.['store_read_only']).toBe(trouble)
}
