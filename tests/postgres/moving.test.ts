import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BackupPreview } from '../../src-shared/api/backup-schemas.ts'
import { moveSite, readSettings, restoreFile } from '../../src-server/index.ts'
import { inspectFile } from '../../src-server/store/sqlite/inspect-file.ts'
import { trail } from '../integration/admin/admin-world.ts'
import { act, ADMIN, backUp, PIN } from '../integration/backup/backup-world.ts'
import { mustBalance } from '../integration/money/books.ts'
import { dueBooking, Till } from '../integration/money/till.ts'
import { headlessEntry } from '../support/headless-server.ts'
import { needs } from '../support/needs.ts'
import { siteOf } from '../support/own-site.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { TestPostgres } from '../support/postgres.ts'
import { NOON, signIn, startStillServer, type StillServer } from '../support/still-server.ts'
import { StillWorld } from '../support/still-world.ts'
import { book } from '../support/wash.ts'

const found = await findPostgres()
const OWNER = { username: 'owner', password: 'harbour-owner' }
const SLOTS = ['2025-12-08T15:00:00+05:30', '2025-12-08T16:00:00+05:30', '2025-12-08T17:00:00+05:30'] as const
/** What each engine says of itself, and who is signed in, which is nobody. */
const OWN = new Set(['store_state', 'session', 'sqlite_sequence'])

describe('a site that is moved', { timeout: 120_000 }, () => {
  let postgres: TestPostgres
  /** The demo with its week and some acts, as SQLite keeps it; copied for each test. */
  let prepared: string
  let url: string
  let dataDir: string
  let world: StillWorld
  let still: StillServer | undefined

  beforeAll(async () => {
    if (found.obstacle !== undefined) return
    postgres = await TestPostgres.start(found.folder)
    prepared = folder()
    const first = await startStillServer({ dataDir: prepared, site: 'demo', demoHistory: true })
    await book(first.visitor, SLOTS[0])
    await sellWash(first, '2025-12-09T15:00:00+05:30', 'KL07AA0001')
    await first.halt()
  }, 120_000)
  beforeEach(async (context) => {
    needs(context, found.obstacle)
    url = await postgres.database()
    dataDir = folder()
    for (const name of ['kerbside.sqlite', 'store-state.json']) copyFileSync(join(prepared, name), join(dataDir, name))
    world = new StillWorld(NOON)
    world.advance(60_000)
  })
  afterEach(async () => {
    await still?.halt()
    still = undefined
    rmSync(dataDir, { recursive: true, force: true })
  })
  afterAll(async () => {
    await postgres?.remove()
    if (prepared) rmSync(prepared, { recursive: true, force: true })
  })

  const env = () => ({ KERBSIDE_DATABASE_URL: url, KERBSIDE_SITE: siteOf(dataDir) })
  const start = async (more: Readonly<Record<string, string>> = {}) =>
    (still = await startStillServer({ dataDir, world, site: 'demo', env: more }))
  const stop = async () => {
    await still?.halt()
    still = undefined
  }
  const settings = () => readSettings({ KERBSIDE_DATA_DIR: dataDir, ...env() })
  const move = async (to: 'postgres' | 'sqlite') => {
    const lines: string[] = []
    await moveSite(settings(), to, (line) => lines.push(line), world)
    return lines
  }
  const file = () => join(dataDir, 'kerbside.sqlite')
  const ask = (sql: string) => postgres.query(`${url}?options=-c%20kerbside.site%3D${siteOf(dataDir)}`, sql)
  const sitesInDatabase = async () => Number(await ask('SELECT count(*) FROM site'))
  const drafts = () => readdirSync(dataDir).filter((name) => /-(new|moving)\.sqlite/.test(name))

  it('comes back as it went: each row of each table, but for the lines that say so', async () => {
    const before = rowsOf(file())
    const there = await move('postgres')
    expect(existsSync(file())).toBe(false)
    expect(there.join('\n')).toMatch(
      /\d+ rows of \d+ tables are the same on both sides, tenders of [1-9]\d+ minor units among them\.\nThe audit trail is whole from its first line: \d+ lines, \d+ amounts compared\./,
    )
    expect(there).toContain(`  booking: ${before['booking']!.length} rows on both sides`)
    expect(await ask('SELECT count(*) FROM session')).toBe('0')
    // As a move leaves it that was cut off at its very end.
    copyFileSync(join(prepared, 'kerbside.sqlite'), join(dataDir, 'kerbside-moving.sqlite'))
    const back = await move('sqlite')
    expect(back.at(-1)).toContain(`Moved into ${dataDir}`)
    const after = rowsOf(file())
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const { event: linesBefore = [], ...others } = before
    const { event: linesAfter = [], ...othersAfter } = after
    expect(othersAfter).toEqual(others)
    expect(linesAfter.slice(0, -2)).toEqual(linesBefore)
    expect(linesAfter.slice(-2)).toMatchObject([
      { kind: 'store.moved', actor: 'machine', data: '{"from":"sqlite"}' },
      { kind: 'store.moved', actor: 'machine', data: '{"from":"postgres"}' },
    ])
    expect(countOf(file(), 'session')).toBe(0)
    expect(countOf(join(prepared, 'kerbside.sqlite'), 'session')).toBeGreaterThan(0)
    expect((await inspectFile(file(), undefined)).is).toBe('whole')
    expect(drafts()).toEqual([])
  })

  it('takes bookings and closes shifts on either side, with receipts that have no gap and time that runs on', async () => {
    await move('postgres')
    let server = await start(env())
    const time = async () => ((await server.visitor.get('/api/v1/time')).json() as { server_ms: number }).server_ms
    expect(await time()).toBeGreaterThanOrEqual(Date.parse(NOON) + 60_000)
    await dayAt(server, SLOTS[1], 'KL07AA0002')
    const [stampThere, trustThere] = (await ask('SELECT last_stamp, mark_state FROM store_state')).split('|')
    await stop()
    await move('sqlite')
    server = await start()
    await dayAt(server, SLOTS[2], 'KL07AA0003')
    const numbers = server.look((db) =>
      db.prepare("SELECT number FROM receipt WHERE series = 'R' ORDER BY number").pluck().all(),
    )
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    const state = server.look((db) => db.prepare('SELECT last_stamp, mark_state FROM store_state').get())
    expect(state).toMatchObject({ mark_state: trustThere })
    expect((state as { last_stamp: number }).last_stamp).toBeGreaterThan(Number(stampThere))
    await stop()
    expect((await inspectFile(file(), undefined)).is).toBe('whole')
  })

  it('keeps its time and its key, where the clock of whoever moves it is behind', async () => {
    const own = (path: string) => {
      const db = new BetterSqlite3(path, { readonly: true })
      const sql = 'SELECT last_stamp, mark_business_ms, lower(hex(secret_key)) AS key FROM store_state'
      const row = db.prepare<[], { last_stamp: number; mark_business_ms: number; key: string }>(sql).get()!
      db.close()
      return row
    }
    const before = own(file())
    world = new StillWorld('2025-12-05T07:00:00+05:30')
    await move('postgres')
    const sql = "SELECT last_stamp, mark_business_ms, encode(secret_key, 'hex') FROM store_state"
    const [stamp, business, key] = (await ask(sql)).split('|')
    expect([Number(stamp) > before.last_stamp, Number(business) >= before.mark_business_ms]).toEqual([true, true])
    expect(key).toBe(before.key)
    // What the folder knew is not needed for it.
    rmSync(join(dataDir, 'store-state.json'))
    await move('sqlite')
    const after = own(file())
    expect([after.last_stamp > Number(stamp), after.mark_business_ms >= Number(business)]).toEqual([true, true])
    expect(after.key).toBe(before.key)
  })

  it('is brought up to date on the way, where an older Kerbside wrote it', async () => {
    const db = new BetterSqlite3(file())
    const schema = db.pragma('user_version', { simple: true }) as number
    db.exec('DROP TABLE saved_filter')
    db.pragma(`user_version = ${schema - 1}`)
    db.close()
    rmSync(join(dataDir, 'store-state.json'))
    await move('postgres')
    expect(await ask('SELECT count(*) FROM saved_filter')).toBe('0')
    const [kept = ''] = readdirSync(join(dataDir, 'set-aside'))
    const old = new BetterSqlite3(join(dataDir, 'set-aside', kept, 'kerbside.sqlite'), { readonly: true })
    expect(old.pragma('user_version', { simple: true })).toBe(schema - 1)
    old.close()
  })

  it.each([
    [
      'whose trail is broken',
      `DROP TRIGGER event_is_never_changed; UPDATE event SET data = '{}' WHERE seq = 9;`,
      'the audit trail is broken at line 9',
    ],
    [
      'whose books are not what its trail says',
      'UPDATE payment SET paid_minor = paid_minor - 1 WHERE rowid = 3;',
      'payment_unbalanced',
    ],
  ])('is refused where it is one %s', async (_, spoil, why) => {
    const db = new BetterSqlite3(file())
    const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?")
    const guard = triggers.get('event_is_never_changed') as { sql: string } | undefined
    db.exec(spoil)
    if (guard !== undefined && triggers.get('event_is_never_changed') === undefined) db.exec(guard.sql)
    db.close()
    rmSync(join(dataDir, 'store-state.json'))
    const before = rowsOf(file())
    await expect(move('postgres')).rejects.toThrow(why)
    expect(await whatDatabaseHolds()).toBe(0)
    expect([rowsOf(file()), drafts()]).toEqual([before, []])
  })
  // The schema may not be there yet.
  const whatDatabaseHolds = () => sitesInDatabase().catch(() => 0)

  it('is refused where the trail of the database is broken, and no file is made', async () => {
    await move('postgres')
    await ask("SET kerbside.renewing = 'yes'; UPDATE event SET data = '{}' WHERE seq = 9")
    await expect(move('sqlite')).rejects.toThrow('the audit trail is broken at line 9')
    expect([existsSync(file()), drafts(), await sitesInDatabase()]).toEqual([false, [], 1])
  })

  it.each([
    ['loses a row', 'RETURN NULL', /booking has \d+ rows, not \d+\. Nothing was moved/],
    ['changes one', 'NEW.phone = 12345; RETURN NEW', /a row of booking is not what it was/],
  ])('is not moved where the database %s on the way', async (_, does, why) => {
    await makeSchema()
    const [first] = rowsOf(file())['booking'] as { id: string }[]
    await ask(`CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.id = '${first!.id}' THEN ${does}; END IF; RETURN NEW; END $$;
      CREATE TRIGGER spoil BEFORE INSERT ON booking FOR EACH ROW EXECUTE FUNCTION spoil();
      ALTER TABLE allocation DROP CONSTRAINT allocation_site_id_booking_id_fkey;
      ALTER TABLE stay DROP CONSTRAINT stay_site_id_booking_id_fkey;
      ALTER TABLE payment DROP CONSTRAINT payment_site_id_booking_id_fkey;
      ALTER TABLE wash_job DROP CONSTRAINT wash_job_site_id_booking_id_fkey`)
    const before = rowsOf(file())
    await expect(move('postgres')).rejects.toThrow(why)
    expect([rowsOf(file()), await sitesInDatabase(), await ask('SELECT count(*) FROM booking')]).toEqual([
      before,
      0,
      '0',
    ])
  })

  /** Whoever asks a database for a site brings its schema up to date first. */
  async function makeSchema(): Promise<void> {
    const empty = folder()
    const nobody = readSettings({ KERBSIDE_DATA_DIR: empty, ...env() })
    await expect(moveSite(nobody, 'sqlite', () => {})).rejects.toThrow('holds no site')
    rmSync(empty, { recursive: true })
  }

  it('is refused where the other side holds a site, and neither is changed', async () => {
    const kept = readFileSync(file())
    const mark = readFileSync(join(dataDir, 'store-state.json'))
    await move('postgres')
    await ask("UPDATE site SET name = 'The one that is there'")
    writeFileSync(file(), kept)
    writeFileSync(join(dataDir, 'store-state.json'), mark)
    await expect(move('postgres')).rejects.toThrow('holds a site under that name already')
    await expect(move('sqlite')).rejects.toThrow('holds a site already')
    expect(await ask('SELECT name FROM site')).toBe('The one that is there')
    expect(readFileSync(file())).toEqual(kept)
    expect(drafts()).toEqual([])
  })

  it('is refused while a server runs on either side', async () => {
    // As another process that lives would have it.
    const mark = JSON.parse(readFileSync(join(dataDir, 'store-state.json'), 'utf8')) as object
    const write = (more: object) =>
      writeFileSync(join(dataDir, 'store-state.json'), JSON.stringify({ ...mark, ...more }))
    write({ state: 'open', pid: process.ppid })
    for (const to of ['postgres', 'sqlite'] as const) await expect(move(to)).rejects.toThrow(`runs on ${dataDir}`)
    write({})
    await move('postgres')
    await start(env())
    await expect(move('sqlite')).rejects.toThrow('Kerbside runs on the site')
    const restored = restoreFile(settings(), join(prepared, 'kerbside.sqlite'), undefined)
    await expect(restored).rejects.toThrow('Stop it first')
    await stop()
    await move('sqlite')
  })

  it('says what is wrong where there is nothing to move', async () => {
    await expect(move('sqlite')).rejects.toThrow('holds a site already')
    rmSync(file())
    rmSync(join(dataDir, 'store-state.json'))
    await expect(move('sqlite')).rejects.toThrow('holds no site')
    await expect(move('postgres')).rejects.toThrow('There is no store')
    const nowhere = moveSite(readSettings({ KERBSIDE_DATA_DIR: dataDir }), 'postgres', () => {})
    await expect(nowhere).rejects.toThrow('KERBSIDE_DATABASE_URL')
  })

  it.each(['to-postgres', 'to-sqlite'] as const)('and whose move %s is killed is where it was', async (where) => {
    if (where === 'to-sqlite') await move('postgres')
    const sides = async () => [existsSync(file()) ? rowsOf(file()) : 'nothing', await whatDatabaseHolds()]
    const before = await sides()
    const lines = await killedMove(where)
    expect(lines).toMatch(/^\w+: \d+ row/)
    expect(lines).not.toContain('Moved')
    expect(await sides()).toEqual(before)
    // And the next one goes through.
    const next = () => move(where === 'to-sqlite' ? 'sqlite' : 'postgres').then(String, String)
    await expect.poll(next, { timeout: 30_000 }).toContain('Moved')
    expect(drafts()).toEqual([])
  })

  async function killedMove(where: string): Promise<string> {
    const { PATH = '', HOME = '' } = process.env
    const child = spawn(process.execPath, [headlessEntry, 'move', where], {
      env: { PATH, HOME, KERBSIDE_DATA_DIR: dataDir, ...env() },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      // In the middle of the rows: tables before it are written, the trail is not.
      if (said.includes('booking: ')) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    return said
  }

  it('by the command says each table and the figures, and fails with words alone', async () => {
    const run = async (...args: string[]) => {
      const { PATH = '', HOME = '' } = process.env
      const child = spawn(process.execPath, [headlessEntry, 'move', ...args], {
        env: { PATH, HOME, KERBSIDE_DATA_DIR: dataDir, ...env() },
      })
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
      return { code: status ?? signal, said }
    }
    expect(await run()).toEqual({
      code: 1,
      said: expect.stringContaining('npm run serve -- move to-postgres') as string,
    })
    const done = await run('to-postgres')
    expect([done.code, done.said]).toEqual([
      0,
      expect.stringMatching(/^Moved into the site .* is kept in .*set-aside.1-replaced\.$/m),
    ])
    const again = await run('to-postgres')
    expect(again).toEqual({ code: 1, said: expect.not.stringContaining('    at ') as string })
  })

  describe('to PostgreSQL', () => {
    const references = () => still!.look((db) => db.prepare('SELECT reference FROM booking ORDER BY id').pluck().all())

    it('is backed up there, looked into and restored, in the console and by hand', async () => {
      await move('postgres')
      const server = await start(env())
      let admin = await signIn(server, ADMIN)
      const backup = await backUp(admin)
      const saved = references()
      await book(server.visitor, SLOTS[1])
      const latest = references()
      expect(latest).toHaveLength(saved.length + 1)
      const preview = (await act(admin, backup.id, 'preview')).json() as BackupPreview
      expect(preview).toMatchObject({ verdict: 'whole', why: null })
      expect(preview.current!.bookings).toBe(preview.contents!.bookings + 1)
      const stamp = Number(await ask('SELECT last_stamp FROM store_state'))
      expect((await act(admin, backup.id, 'restore', { pin: PIN })).status).toBe(204)
      expect(references()).toEqual(saved)
      expect((await admin.get('/api/v1/session')).code).toBe('unauthenticated')
      expect(Number(await ask('SELECT last_stamp FROM store_state'))).toBeGreaterThan(stamp)
      expect(trail(server, 'store.restored_from_backup')).toHaveLength(1)
      expect((await book(server.visitor, SLOTS[1])).status).toBe(201)
      admin = await signIn(server, ADMIN)
      await stop()

      const said = await restoreFile(settings(), join(dataDir, 'backups', `${backup.id}.sqlite`), undefined)
      expect(said).toContain(`${saved.length} bookings`)
      world.advance(60_000)
      await start(env())
      expect(references()).toEqual(saved)
      expect(existsSync(file())).toBe(false)
      // What each of the two replaced is kept, with the booking that came after the backup.
      const aside = readdirSync(join(dataDir, 'set-aside')).filter((name) => name !== '1-replaced')
      expect(aside.map((name) => countOf(join(dataDir, 'set-aside', name, 'kerbside.sqlite'), 'booking'))).toEqual([
        latest.length,
        latest.length,
      ])
    })

    it('is wiped there as a demo, and set up anew', async () => {
      await move('postgres')
      const server = await start(env())
      const owner = await signIn(server, OWNER)
      const key = await ask('SELECT secret_key FROM store_state')
      expect((await owner.post('/api/v1/demo/wipe', { pin: PIN })).status).toBe(204)
      expect(await ask('SELECT secret_key FROM store_state')).not.toBe(key)
      expect((await server.visitor.get('/api/v1/site')).code).toBe('setup_needed')
      expect([await sitesInDatabase(), await ask('SELECT count(*) FROM booking')]).toEqual([0, '0'])
      const form = { site_name: 'Quay Lane', timezone: 'Europe/Dublin', currency: 'EUR', owner_name: 'Aoife Byrne' }
      const account = { username: 'aoife', password: 'ten letters' }
      expect((await server.stranger.post('/api/v1/setup', { ...form, ...account })).status).toBe(201)
      await stop()
      const restarted = await start(env())
      expect((await restarted.visitor.get('/api/v1/site')).json()).toMatchObject({ name: 'Quay Lane', demo: false })
    })
  })
})

const folder = () => mkdtempSync(join(tmpdir(), 'kerbside-moving-'))

/** A wash that is booked and paid, its receipt, and the end of the shift. */
async function dayAt(still: StillServer, slot: string, plate: string): Promise<void> {
  expect((await book(still.visitor, slot)).status).toBe(201)
  const till = await sellWash(still, slot.replace('2025-12-08', '2025-12-09'), plate)
  const shift = await till.shift()
  const closed = await till.close(shift.id, 0)
  expect([closed.status, closed.text]).toEqual([200, expect.any(String)])
  mustBalance(still)
}

async function sellWash(still: StillServer, slot: string, plate: string): Promise<Till> {
  const till = new Till(await signIn(still, OWNER))
  // Refused where one is open already.
  await till.openShift(0)
  const { held } = await dueBooking(still, slot, plate)
  const paid = await till.pay(held, { method: 'cash', cash_received_minor: 100_000 })
  if (paid.status >= 300) throw new Error(paid.text)
  return till
}

function rowsOf(path: string): Record<string, readonly unknown[]> {
  const db = new BetterSqlite3(path, { readonly: true })
  try {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
    const order = (name: string) => (name === 'event' ? 'seq' : '1, 2')
    return Object.fromEntries(
      tables
        .filter((name) => !OWN.has(name))
        .map((name) => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY ${order(name)}`).all()]),
    )
  } finally {
    db.close()
  }
}

function countOf(path: string, table: string): number {
  const db = new BetterSqlite3(path, { readonly: true })
  try {
    return db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  } finally {
    db.close()
  }
}
