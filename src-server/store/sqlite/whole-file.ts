import BetterSqlite3, { type Database } from 'better-sqlite3'
import { tableNames, tables, type Table, type Value, type WholeStore } from '../whole-store.ts'
import { connect, foldIn, type ConnectOptions } from './connection.ts'

const PAGE = 1000

function columnsOf(db: Database, table: Table): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
}

/** A store’s file of today’s schema as a whole. The caller closes it. */
export function wholeFile(file: string, nativeBinding: string | undefined): WholeStore & { close(): void } {
  const binding = nativeBinding === undefined ? {} : { nativeBinding }
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true, ...binding })
  db.exec('BEGIN')
  return {
    columns: async (table) => columnsOf(db, table),
    async *pages(table) {
      const list = columnsOf(db, table).join(', ')
      const rows = db.prepare<[], Value[]>(`SELECT ${list} FROM "${table}" ORDER BY ${tables[table]}`).raw()
      let page: Value[][] = []
      for (const row of rows.iterate()) {
        page.push(row)
        if (page.length < PAGE) continue
        yield page
        page = []
      }
      if (page.length > 0) yield page
    },
    close: () => db.close(),
  }
}

/** Makes a store's file that holds what another store does. The file must not be there yet; what is left of it after an error is the caller’s to remove. */
export async function writeWholeFile(file: string, options: ConnectOptions, source: WholeStore): Promise<void> {
  const made = connect(file, options)
  const { writer } = made
  try {
    writer.pragma('foreign_keys = OFF')
    writer.exec('BEGIN; DELETE FROM store_state')
    for (const table of tableNames) {
      const columns = await source.columns(table)
      const places = columns.map(() => '?').join(', ')
      const insert = writer.prepare(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${places})`)
      for await (const page of source.pages(table)) for (const row of page) insert.run(row)
    }
    const [orphan] = writer.pragma('foreign_key_check') as { table: string }[]
    if (orphan !== undefined) throw new Error(`a row of ${orphan.table} refers to one that is not there`)
    writer.exec('COMMIT')
  } finally {
    if (writer.inTransaction) writer.exec('ROLLBACK')
    foldIn(made)
  }
}
