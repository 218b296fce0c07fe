import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '../../src-server/store/postgres/database.ts'
import { derivedTables, tableNames } from '../../src-server/store/whole-store.ts'
import { needs } from '../support/needs.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { TestPostgres } from '../support/postgres.ts'
import { memoryStore } from '../unit/server/memory-store.ts'

const found = await findPostgres()

/** Which of its own PostgreSQL has: whose row it is, the order that SQLite's rows have by themselves, and the range that must not overlap. */
const ownColumns = new Set(['site_id', 'rowid', 'busy'])
/** What the migrations and the servers keep for themselves. */
const ownTables = ['schema_version', 'server_clock']

const sqliteColumns = (table: string) =>
  memoryStore().prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)

describe('the schema in PostgreSQL', () => {
  let postgres: TestPostgres
  let url: string

  beforeAll(async () => {
    if (found.obstacle !== undefined) return
    postgres = await TestPostgres.start(found.folder)
    url = await postgres.database()
    const database = await Database.open({ url, siteId: 'main' })
    await database.close()
  })
  beforeEach((context) => needs(context, found.obstacle))
  afterAll(() => postgres?.remove())

  const list = async (sql: string) => (await postgres.query(url, sql)).split('\n').filter((line) => line !== '')
  const oursIn = `c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_version'`

  it('has the tables of the embedded store, and two of its own', async () => {
    const made = await list(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    expect(made.toSorted()).toEqual([...tableNames, ...derivedTables, ...ownTables].toSorted())
  })

  it.each([...tableNames, ...derivedTables])('has the columns of the embedded store in %s', async (table) => {
    const columns = await list(
      `SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${table}'`,
    )
    const shared = columns.filter((name) => !ownColumns.has(name))
    expect(shared.toSorted()).toEqual(sqliteColumns(table).toSorted())
    expect(columns).toContain('site_id')
  })

  it('has the site first in each key, and in each reference to another table', async () => {
    const keys = await list(
      `SELECT c.relname || ' ' || i.indexrelid::regclass || ' ' || coalesce(a.attname, '?') FROM pg_index AS i
       JOIN pg_class AS c ON c.oid = i.indrelid
       LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] WHERE ${oursIn}`,
    )
    expect(keys.length).toBeGreaterThan(60)
    expect(keys.filter((line) => !line.endsWith(' site_id'))).toEqual([])
    const references = await list(
      `SELECT c.relname || ' ' || k.conname || ' ' || a.attname || ' ' || b.attname FROM pg_constraint AS k
       JOIN pg_class AS c ON c.oid = k.conrelid
       JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1] WHERE k.contype = 'f' AND ${oursIn}`,
    )
    expect(references.length).toBeGreaterThan(20)
    expect(references.filter((line) => !line.endsWith(' site_id site_id'))).toEqual([])
  })

  it('shows no table’s rows to another site, whoever owns it', async () => {
    const open = await list(
      `SELECT c.relname FROM pg_class AS c WHERE c.relkind = 'r' AND ${oursIn} AND NOT (c.relrowsecurity AND
         c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy AS p WHERE p.polrelid = c.oid AND p.polcmd = '*'))`,
    )
    expect(open).toEqual([])
  })
})
