import BetterSqlite3 from 'better-sqlite3'
import { migrate } from '../../src-server/store/sqlite/migrate.ts'
import { migrations } from '../../src-server/store/sqlite/migrations/index.ts'
import { statementsOf } from '../support/sql-statements.ts'

/** Brings a store up to date and dies by SIGKILL before one statement of one migration: `file migration statement`. */
const [file = '', at, statement] = process.argv.slice(2)
const db = new BetterSqlite3(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
// What a large store would have on the disk before the commit.
db.pragma('cache_size = 4')
db.function('die', () => {
  process.kill(process.pid, 'SIGKILL')
  return 0
})
const cut = statementsOf(migrations[Number(at)] ?? '').toSpliced(Number(statement), 0, 'SELECT die();')
migrate(db, migrations.toSpliced(Number(at), 1, cut.join('\n')))
