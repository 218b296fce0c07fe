import BetterSqlite3, { type Database } from 'better-sqlite3'
import { migrate } from '../../../src-server/store/sqlite/migrate.ts'

/** An empty store with the whole schema, in memory, with two wash bays. */
export function memoryStore(): Database {
  const db = new BetterSqlite3(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db)
  const insert = db.prepare("INSERT INTO resource (id, kind, label, position) VALUES (?, 'wash_bay', ?, ?)")
  for (const [index, name] of ['W1', 'W2'].entries()) insert.run(name, name, index)
  return db
}
