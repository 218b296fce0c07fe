import BetterSqlite3 from 'better-sqlite3'
import type { ReportQueries } from '../report-rows.ts'
import { reportQueries } from '../sql/report-queries.ts'
import { sqliteSql } from './sqlite-sql.ts'

/** Lets the work read one state of the store, by a connection of its own that goes with it. */
export async function readSnapshot<T>(
  file: string,
  nativeBinding: string | undefined,
  work: (queries: ReportQueries) => Promise<T>,
): Promise<T> {
  const db = new BetterSqlite3(file, { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
  try {
    // The first read after this fixes what all the others see.
    db.exec('BEGIN')
    return await work(reportQueries(sqliteSql(db)))
  } finally {
    db.close()
  }
}
