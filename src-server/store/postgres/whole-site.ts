import { derivedTables, tableNames, tables, type Table, type Value, type WholeStore } from '../whole-store.ts'
import { ownTypes } from './own-types.ts'
import { say, sayPatiently, type Queryable } from './postgres-sql.ts'

/** So many rows at a time: some hundred kilobytes. */
const PAGE = 1000

const COLUMNS = `SELECT column_name AS name, data_type AS type FROM information_schema.columns
  WHERE table_schema = current_schema() AND table_name = $1
    AND column_name NOT IN ('site_id', 'rowid') AND is_generated = 'NEVER' ORDER BY ordinal_position`

interface Column {
  readonly name: string
  readonly type: string
}

async function columnsOf(connection: Queryable, table: Table): Promise<readonly Column[]> {
  return (await connection.query({ text: COLUMNS, values: [table] })).rows as Column[]
}

/** @param connection within a transaction whose reads are all of one moment */
export function wholeSite(connection: Queryable): WholeStore {
  return {
    columns: async (table) => (await columnsOf(connection, table)).map(({ name }) => name),
    async *pages(table) {
      const list = (await columnsOf(connection, table)).map(({ name }) => name).join(', ')
      await say(
        connection,
        `DECLARE page NO SCROLL CURSOR FOR SELECT ${list} FROM "${table}" ORDER BY ${tables[table]}`,
      )
      for (;;) {
        const fetch = { text: `FETCH ${PAGE} FROM page`, values: [], rowMode: 'array', types: ownTypes } as const
        const { rows } = await connection.query({ ...fetch, values: [] })
        if (rows.length === 0) break
        yield rows
      }
      await say(connection, 'CLOSE page')
    },
  }
}

/** Whether anybody has set the site up. */
export async function holdsSite(connection: Queryable): Promise<boolean> {
  const [[found]] = (await connection.query({ text: 'SELECT EXISTS (SELECT 1 FROM site)', rowMode: 'array' })).rows as [
    [boolean],
  ]
  return found
}

/** The site's own row stays, locked: the servers that wait for it find it. */
const OWN = 'store_state'

/** Takes away all that the site holds but its own row. @param connection within a transaction */
export async function emptySite(connection: Queryable): Promise<void> {
  await say(connection, 'SET LOCAL kerbside.renewing = yes')
  await say(connection, 'SET CONSTRAINTS ALL DEFERRED')
  for (const table of [...tableNames, ...derivedTables]) {
    if (table !== OWN) await sayPatiently(connection, `DELETE FROM "${table}"`)
  }
}

/**
 * Fills a site that holds nothing. Its key is that of the source; the clock runs on.
 * @param connection within a transaction
 * @throws Error when a row breaks a rule of the schema; then nothing of the transaction may be committed
 */
export async function fillSite(connection: Queryable, source: WholeStore): Promise<void> {
  await say(connection, 'SET CONSTRAINTS ALL DEFERRED')
  for (const table of tableNames) if (table !== OWN) await fillTable(connection, table, source)
  await sayPatiently(connection, 'SET CONSTRAINTS ALL IMMEDIATE')
  const place = (await source.columns(OWN)).indexOf('secret_key')
  for await (const page of source.pages(OWN)) {
    for (const row of page) await setKey(connection, row[place] as Uint8Array)
  }
}

export async function setKey(connection: Queryable, key: Uint8Array): Promise<void> {
  await connection.query({ text: 'UPDATE store_state SET secret_key = $1', values: [Buffer.from(key)] })
}

async function fillTable(connection: Queryable, table: Table, source: WholeStore): Promise<void> {
  const types = new Map((await columnsOf(connection, table)).map(({ name, type }) => [name, type]))
  const columns = await source.columns(table)
  const unknown = columns.find((name) => !types.has(name))
  if (unknown !== undefined) throw new Error(`the database has no ${table}.${unknown}`)
  const values = columns.map((name, index) => `v${index}::${types.get(name)}`).join(', ')
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const aliases = columns.map((_, index) => `v${index}`).join(', ')
  const text = `INSERT INTO "${table}" (${columns.join(', ')}) SELECT ${values} FROM unnest(${arrays}) AS page (${aliases})`
  for await (const page of source.pages(table)) {
    await connection.query({ text, values: columns.map((_, index) => page.map((row) => textOf(row[index] ?? null))) })
  }
}

function textOf(value: Value): string | null {
  if (value === null) return null
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : String(value)
}
