import type { Database } from 'better-sqlite3'
import type { Sql, Statement } from '../sql/sql.ts'

/** A connection as the statements of `store/sql` ask it. They are better-sqlite3's own, which answer at once. */
export function sqliteSql(db: Database): Sql {
  return {
    keyed: '',
    prepare: <P extends unknown[], R>(text: string) => db.prepare<P, R>(text) as unknown as Statement<P, R>,
  }
}
