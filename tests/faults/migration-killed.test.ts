import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../src-server/store/sqlite/migrate.ts'
import { migrations } from '../../src-server/store/sqlite/migrations/index.ts'
import { statementsOf } from '../support/sql-statements.ts'

const child = join(import.meta.dirname, 'migration-child.ts')
/** The last schema before there were shifts and tenders: the migration after it moves money from one table to others. */
const OLD = 5

it('killed before any statement, a migration leaves the old schema with all that was in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-migration-'))
  try {
    const old = join(folder, 'old.sqlite')
    const before = makeOld(old)
    const cuts = migrations
      .slice(OLD)
      .flatMap((sql, index) => statementsOf(sql).map((_, statement) => [OLD + index, statement] as const))
    // Two at a time: more would only take turns.
    const queue = [...cuts.entries()]
    const workers = [0, 1].map(async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, cut] = next
        await killAt(folder, old, index, cut, before)
      }
    })
    await Promise.all(workers)
    // And what was cut off goes through afterwards.
    const db = new BetterSqlite3(old)
    migrate(db)
    expect(db.prepare('SELECT count(*), sum(amount_minor) FROM tender').raw().get()).toEqual([400, 10_000_000])
    db.close()
    console.log(`${cuts.length} kills, one before each statement from schema ${OLD} to ${migrations.length}`)
    expect(cuts.length).toBeGreaterThan(50)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function makeOld(file: string): readonly unknown[] {
  const db = new BetterSqlite3(file)
  db.pragma('journal_mode = WAL')
  migrate(db, migrations.slice(0, OLD))
  db.exec(`INSERT INTO resource (id, kind, label, position) VALUES ('W1', 'wash_bay', 'W1', 0);
    INSERT INTO service (id, name, description, duration_minutes, cleanup_minutes, price_minor, position, active)
      VALUES ('wash', 'Wash', '', 20, 0, 25000, 0, 1)`)
  const insert =
    db.prepare(`INSERT INTO booking (id, reference, kind, state, service_id, resource_id, starts_at, ends_at,
    plate, price_minor, currency, created_at, made_by) VALUES (?, ?, 'wash', 'confirmed', 'wash', 'W1', 1, 2,
    'KL07BX1234', 25000, 'INR', 1, 'kiosk:open')`)
  const pay = db.prepare(`INSERT INTO payment (id, booking_id, amount_minor, currency, method, at, recorded_by)
    VALUES (?, ?, 25000, 'INR', 'cash', 1, 'user:somebody')`)
  for (let booking = 0; booking < 400; booking += 1) {
    insert.run(`booking-${booking}`, `REF${booking}`)
    pay.run(`payment-${booking}`, `booking-${booking}`)
  }
  const state = stateOf(db)
  db.close()
  return state
}

const stateOf = (db: Database): readonly unknown[] => [
  db.pragma('user_version', { simple: true }),
  db.pragma('integrity_check', { simple: true }),
  db.prepare('SELECT type, name, sql FROM sqlite_schema').all(),
  db.prepare('SELECT * FROM booking').all(),
  db.prepare('SELECT * FROM payment').all(),
]

async function killAt(
  folder: string,
  old: string,
  index: number,
  [at, statement]: readonly [number, number],
  before: readonly unknown[],
): Promise<void> {
  const place = join(folder, String(index))
  mkdirSync(place)
  const file = join(place, 'store.sqlite')
  cpSync(old, file)
  const signal = await new Promise((resolve) => {
    spawn(process.execPath, [child, file, String(at), String(statement)]).once('close', (_, by) => resolve(by))
  })
  const db = new BetterSqlite3(file)
  const where = { migration: at + 1, statement: statement + 1 }
  expect({ ...where, signal, state: stateOf(db) }).toEqual({ ...where, signal: 'SIGKILL', state: before })
  db.close()
  rmSync(place, { recursive: true })
}
