import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { Database, inTurn } from '../../src-server/store/postgres/database.ts'
import { Trail } from '../support/audit-trail.ts'
import type { Answer } from '../support/caller.ts'
import { needs } from '../support/needs.ts'
import { startPostgresSite } from '../support/postgres-site.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { TestPostgres } from '../support/postgres.ts'
import { overlaps } from '../support/store-look.ts'

const found = await findPostgres()

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

const outcome = ({ status, code }: Answer) => (code === undefined ? String(status) : `${status} ${code}`)

describe('a database that is busy', () => {
  const open = () => Database.open({ url, siteId: 'quay-lane' })

  it('answers all who wait for a connection, however long, and a commit before them', async () => {
    const database = await open()
    const order: string[] = []
    const slow = Array.from({ length: 60 }, async () => {
      await database.query({ text: 'SELECT pg_sleep(0.4)' })
      order.push('read')
    })
    const reports = Array.from({ length: 6 }, () =>
      database.withSnapshot(async (client) => {
        await client.query('SELECT pg_sleep(1)')
        order.push('report')
      }),
    )
    await database.with(async (client) => {
      await client.query('SELECT 1')
      order.push('commit')
    })
    // Sixty of them at four a time take six seconds; a connection that cannot be made is given up after five.
    expect(await Promise.all([...slow, ...reports])).toHaveLength(66)
    expect(order[0]).toBe('commit')
    expect(order.indexOf('report')).toBeLessThan(order.lastIndexOf('read'))
    await database.close()
  })

  it('is not said to be away by a server whose readers wait', async () => {
    const { visitor, readiness, look } = await startPostgresSite(url)
    const path = '/api/v1/availability/wash?service_id=exterior&date=2025-12-05'
    const locked = postgres.query(url, 'BEGIN; LOCK TABLE service; SELECT pg_sleep(7)')
    const held = "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted"
    await expect.poll(() => postgres.asSuperuser(held)).not.toBe('0')
    const begun = performance.now()
    const answers = await Promise.all(Array.from({ length: 60 }, () => visitor.get(path)))
    expect(performance.now() - begun).toBeGreaterThan(5500)
    expect(new Set(answers.map(outcome))).toEqual(new Set(['200']))
    expect((await readiness())[0]).toBe(200)
    await locked
    const resumed = look((db) => db.prepare("SELECT count(*) FROM event WHERE kind = 'store.resumed'").pluck().get())
    expect(resumed).toBe(0)
  })

  it('is left at once, though it stands still', async () => {
    const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
    const before = sockets()
    const database = await open()
    await Promise.all(Array.from({ length: 8 }, () => database.query({ text: 'SELECT pg_sleep(0.1)' })))
    expect(sockets()).toBeGreaterThan(before)
    await postgres.freeze()
    onTestFinished(() => postgres.thaw())
    const begun = performance.now()
    await database.close()
    expect(performance.now() - begun).toBeLessThan(3000)
    await expect.poll(sockets).toBe(before)
  })

  it('is asked one thing at a time over each connection', async () => {
    const warnings = hearWarnings()
    const database = await open()
    const answers = await database.with(async (client) => {
      const connection = inTurn(client)
      return Promise.all([1, 2, 3, 4].map((n) => connection.query({ text: `SELECT ${n} AS n` })))
    })
    expect(answers.map(({ rows }) => rows as unknown)).toEqual([1, 2, 3, 4].map((n) => [{ n }]))
    await database.close()
    expect(warnings).toEqual([])
  })

  it('leaves no listeners behind on a connection that is used again and again', async () => {
    const database = await open()
    const counts: number[] = []
    for (let use = 0; use < 5; use += 1)
      await database.with(async (client) => void counts.push(client.listenerCount('error')))
    expect(new Set(counts).size).toBe(1)
    await database.close()
  })
})

/** Such as that a connection has too many listeners. */
function hearWarnings(): readonly string[] {
  const warnings: string[] = []
  const hear = ({ message }: Error) => warnings.push(message)
  process.on('warning', hear)
  onTestFinished(() => void process.off('warning', hear))
  return warnings
}

describe('two servers of one site', () => {
  it('share ten slots among a hundred who want one, and write one trail', async () => {
    const warnings = hearWarnings()
    const one = await startPostgresSite(url)
    // Its clock is ahead by three seconds: whoever goes by the own clock alone stamps below it.
    const ahead = { startAt: '2025-12-05T12:45:25+05:30' }
    const other = await startPostgresSite(url, { server: 'second', siteId: one.siteId, ...ahead })
    await postgres.query(url, WATCH_STAMPS)
    const slots = Array.from({ length: 10 }, (_, n) => `2025-12-08T${9 + n}:00:00+05:30`.replace('T9', 'T09'))
    const wishes = Array.from({ length: 100 }, (_, n) => ({
      slot: slots[n % 10] ?? '',
      // Ten ask for each slot, five of them at either server.
      site: Math.floor(n / 10) % 2 === 0 ? one : other,
      plate: `KL07${1000 + n}`,
    }))
    const answers: { slot: string; outcome: string }[] = []
    /** One after the other, so that the servers take turns at committing and not all goes into one. */
    const customer = async (first: number) => {
      for (const { slot, site, plate } of wishes.slice(first, first + 4))
        answers.push({ slot, outcome: outcome(await site.book(plate, slot)) })
    }
    await Promise.all(Array.from({ length: 25 }, (_, n) => customer(4 * n)))
    const told = slots.map((slot) =>
      answers
        .filter((answer) => answer.slot === slot)
        .map((answer) => answer.outcome)
        .toSorted(),
    )
    const twoBays = [...Array<string>(2).fill('201'), ...Array<string>(8).fill('409 slot_taken')]
    expect(told).toEqual(slots.map(() => twoBays))
    one.look((db) => {
      expect(overlaps(db)).toBe(0)
      // Numbers without a gap, each line chained to the one before, and each life by its table.
      const trail = new Trail()
      trail.follow(db)
      trail.verify(db)
    })
    expect(warnings).toEqual([])
    const stamps = (await postgres.query(url, 'SELECT stamp FROM stamps ORDER BY n')).split('\n').map(Number)
    expect(stamps.length).toBeGreaterThan(2)
    expect(stamps.every((stamp, index) => index === 0 || stamp > (stamps[index - 1] ?? 0))).toBe(true)
  })
})

/** Each commit stamps the site's own row while it holds it locked, so that they are seen one after the other. */
const WATCH_STAMPS = `
  CREATE TABLE stamps (n integer GENERATED ALWAYS AS IDENTITY, stamp bigint);
  CREATE FUNCTION keep_stamp() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN INSERT INTO stamps (stamp) VALUES (NEW.last_stamp); RETURN NULL; END';
  CREATE TRIGGER keep_stamp AFTER UPDATE OF last_stamp ON store_state FOR EACH ROW EXECUTE FUNCTION keep_stamp()`
