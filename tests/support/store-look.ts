import type { Database, Statement } from 'better-sqlite3'

const prepared = new WeakMap<Database, Map<string, Statement>>()

/** The rows of a query, which is prepared once for each connection. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the query says what its rows are
export function rows<T>(db: Database, sql: string, ...values: unknown[]): readonly T[] {
  const known = prepared.get(db) ?? new Map<string, Statement>()
  prepared.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement.all(...values) as T[]
}

/** How many pairs of live allocations share a moment of a bay. */
export function overlaps(db: Database): number {
  const [found] = rows<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM allocation AS a JOIN allocation AS b ON a.resource_id = b.resource_id AND a.id < b.id
     WHERE a.state <> 'released' AND b.state <> 'released' AND a.busy_from < b.busy_to AND b.busy_from < a.busy_to`,
  )
  return found?.n ?? 0
}
