import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ClockGuard } from '../../../src-server/clock/clock-guard.ts'
import { migrate } from '../../../src-server/store/sqlite/migrate.ts'
import { migrations } from '../../../src-server/store/sqlite/migrations/index.ts'
import { openSqliteStore } from '../../../src-server/store/sqlite/sqlite-store.ts'
import { StoreOpenError } from '../../../src-server/store/store.ts'
import { StillWorld } from '../../support/still-world.ts'
import { statementsOf } from '../../support/sql-statements.ts'
import { memoryStore } from './memory-store.ts'

describe('migrations', () => {
  it.each(migrations.map((_, index) => index + 1))('number %i applies to what the ones before it left', (count) => {
    const db = new BetterSqlite3(':memory:')
    migrate(db, migrations.slice(0, count - 1))
    migrate(db, migrations.slice(0, count))
    expect(db.pragma('user_version', { simple: true })).toBe(count)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
  })

  it('run once: a second start changes nothing', () => {
    const db = memoryStore()
    const schema = () => db.prepare('SELECT * FROM sqlite_schema').all()
    const before = schema()
    migrate(db)
    expect(schema()).toEqual(before)
  })

  it('make nothing but STRICT tables', () => {
    const db = memoryStore()
    const tables = db.prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    expect(tables.all().length).toBeGreaterThan(10)
    expect(tables.all().filter(({ sql }) => !/\)\s*STRICT(, WITHOUT ROWID)?$/.test(sql))).toEqual([])
  })

  it('read no clock', () => {
    const db = memoryStore()
    const texts = db.prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').pluck().all()
    expect(texts.filter((sql) => /current_(time|date)|datetime\(|strftime|unixepoch|julianday/i.test(sql))).toEqual([])
  })

  it('keep what a site of before had said', () => {
    const db = new BetterSqlite3(':memory:')
    migrate(db, migrations.slice(0, 8))
    db.exec(
      "INSERT INTO site VALUES (1, 'Quay Lane', 'UTC', 'INR', 0, 7, 30, 30, 5, 15, 'old', 'B', '', '', '', '', '', 1, 2, 3, 4, 5, 6)",
    )
    migrate(db)
    expect(db.prepare('SELECT name, business_name, public_url, parking_no_show_minutes FROM site').get()).toEqual({
      name: 'Quay Lane',
      business_name: 'B',
      public_url: '',
      parking_no_show_minutes: 6,
    })
  })

  it('one that fails leaves the store as it was before all of them', () => {
    const db = new BetterSqlite3(':memory:')
    const steps = ['CREATE TABLE a (n INTEGER) STRICT', 'CREATE TABLE b (n INTEGER) STRICT; CREATE TABLE a (n INTEGER)']
    expect(() => migrate(db, steps)).toThrow(/already exists/)
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all()).toEqual([])
  })

  it('that fail at any statement leave the schema that was there', () => {
    const OLD = 5
    const made = new BetterSqlite3(':memory:')
    migrate(made, migrations.slice(0, OLD))
    const old = made.serialize()
    const schemaOf = (db: Database) => db.prepare('SELECT type, name, sql FROM sqlite_schema').all()
    const before = schemaOf(made)
    const cuts = migrations.slice(OLD).flatMap((sql, index) => {
      const statements = statementsOf(sql)
      return statements.map((_, done) => ({ at: OLD + index, text: [...statements.slice(0, done), 'STOP'].join('\n') }))
    })
    expect(cuts.length).toBeGreaterThan(50)
    for (const { at, text } of cuts) {
      const db = new BetterSqlite3(old)
      expect(() => migrate(db, [...migrations.slice(0, at), text, ...migrations.slice(at + 1)])).toThrow(/"STOP"/)
      expect(db.pragma('user_version', { simple: true })).toBe(OLD)
      expect(schemaOf(db)).toEqual(before)
      db.close()
    }
    // Each statement of each migration: many, where a migration makes triggers.
  }, 30_000)
})

describe('a store of a newer Kerbside', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kerbside-newer-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  const open = () =>
    openSqliteStore({
      dataDir,
      randomBytes: (count) => new Uint8Array(count),
      clock: (lastStamp, mark) => new ClockGuard(new StillWorld('2025-12-05T12:45:22Z'), mark, lastStamp),
    })

  it.each(['delete', 'wal'])('is refused with advice, and its file is not touched (journal mode %s)', (mode) => {
    const file = join(dataDir, 'kerbside.sqlite')
    const newer = new BetterSqlite3(file)
    newer.pragma(`journal_mode = ${mode}`)
    newer.exec('CREATE TABLE of_the_future (n INTEGER) STRICT; INSERT INTO of_the_future VALUES (1)')
    newer.pragma('user_version = 999')
    newer.close()
    const hash = () => createHash('sha256').update(readFileSync(file)).digest('hex')
    const before = hash()

    expect(open).toThrow(StoreOpenError)
    expect(open).toThrow(/newer Kerbside \(schema 999; this one knows \d+\)\. Install that version again, or restore/)
    expect(hash()).toBe(before)
    // Nor is it held open: a file beside it would say that somebody still works on it.
    expect(readdirSync(dataDir)).toEqual(['kerbside.sqlite'])
  })

  it('a file that is no database is refused with advice', () => {
    const file = join(dataDir, 'kerbside.sqlite')
    const text =
      'this is a text that somebody saved under the name of the database, long enough to be looked at\n'.repeat(20)
    writeFileSync(file, text)
    expect(open).toThrow(StoreOpenError)
    expect(open).toThrow(/cannot be opened: .*Check the folder and its rights/)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})
