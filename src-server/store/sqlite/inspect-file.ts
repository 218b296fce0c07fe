import BetterSqlite3, { type Database } from 'better-sqlite3'
import { newFindings, verifyTrail } from '../../audit/verification.ts'
import type { StoreContents, StoreInspection } from '../store-contents.ts'
import { linkOfRow, personalDigest } from '../sql/event-trail.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { reportQueries } from '../sql/report-queries.ts'
import { sqliteSql } from './sqlite-sql.ts'

/** What says that the machine refuses, not that the file is bad: nothing is known of the file then. */
const REFUSALS = /^SQLITE_(CANTOPEN|PERM|NOMEM|BUSY|LOCKED|INTERRUPT|IOERR(?!_(SHORT_READ|CORRUPTFS)))/

/**
 * Looks a store's file through without changing it: every page and index of it, the audit trail from its first line, and
 * the books against the trail.
 * @throws Error when the file is not there or the machine does not let it be read
 */
export async function inspectFile(file: string, nativeBinding: string | undefined): Promise<StoreInspection> {
  const options = { readonly: true, fileMustExist: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) }
  let db: Database | undefined
  try {
    db = new BetterSqlite3(file, options)
    return await inspect(db, nativeBinding)
  } catch (error) {
    if (isRefusal(error)) throw error
    return { is: 'damaged', why: error instanceof Error ? error.message : String(error) }
  } finally {
    db?.close()
  }
}

function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REFUSALS.test(code)
}

async function inspect(db: Database, nativeBinding: string | undefined): Promise<StoreInspection> {
  const schema = db.pragma('user_version', { simple: true }) as number
  const tables = new Set(db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
  if (schema === 0 && tables.size === 0) return { is: 'empty' }
  if (schema < 1) return { is: 'damaged', why: 'it does not say which schema it has' }
  if (schema > migrations.length) return { is: 'newer', schema }
  const damage = schemaFault(db, schema, nativeBinding) ?? structuralFault(db)
  if (damage !== undefined) return { is: 'damaged', why: damage }
  const why = await bookFault(db, schema)
  const contents = contentsOf(db, schema, tables)
  return why === undefined ? { is: 'whole', contents } : { is: 'contradictory', why, contents }
}

const PARTS = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"

interface Part {
  readonly type: string
  readonly name: string
  readonly sql: string
}

/** Every table, index and trigger has to be what the migrations make: a spoilt trigger guards nothing any more. */
function schemaFault(db: Database, schema: number, nativeBinding: string | undefined): string | undefined {
  const model = new BetterSqlite3(':memory:', nativeBinding === undefined ? {} : { nativeBinding })
  try {
    migrate(model, migrations.slice(0, schema))
    const found = new Map(
      db
        .prepare<[], Part>(PARTS)
        .all()
        .map(({ name, sql }) => [name, sql]),
    )
    const spoilt = model
      .prepare<[], Part>(PARTS)
      .all()
      .find(({ name, sql }) => found.get(name) !== sql)
    return spoilt && `the ${spoilt.type} ${spoilt.name} is not what it should be`
  } finally {
    model.close()
  }
}

function structuralFault(db: Database): string | undefined {
  const found = db.pragma('integrity_check(3)') as { integrity_check: string }[]
  const words = found.map(({ integrity_check: line }) => line).join('; ')
  if (words !== 'ok') return words
  const [orphan] = db.pragma('foreign_key_check') as { table: string }[]
  return orphan && `a row of ${orphan.table} refers to one that is not there`
}

const CHAIN = { linkOf: linkOfRow, personalDigest }

/** Compares the trail with itself, and the books with the trail. */
async function bookFault(db: Database, schema: number): Promise<string | undefined> {
  const findings = newFindings()
  // The books of an older schema have other tables; they are compared once it is migrated.
  if (schema === migrations.length) await verifyTrail(reportQueries(sqliteSql(db)), findings, CHAIN, [])
  else findings.firstBrokenSeq = firstBrokenLink(db)
  if (findings.firstBrokenSeq !== null) return `the audit trail is broken at line ${findings.firstBrokenSeq}`
  const [fault] = findings.faults
  if (fault !== undefined) return `the books do not say what the audit trail says: ${fault.what} ${fault.subject}`
  return schema === migrations.length ? untoldFault(db) : undefined
}

/** Bookings that the trail tells of and that are not there under their reference. */
const LOST_BOOKING = `SELECT e.subject FROM event AS e WHERE e.kind GLOB 'booking.*' AND NOT EXISTS (SELECT 1 FROM booking
  AS b WHERE b.id = e.subject AND b.reference = coalesce(json_extract(e.data, '$.reference'), b.reference)) LIMIT 1`

/** Shifts whose cash in and out is not what the trail tells of them. */
const CASH_APART = `SELECT subject FROM (
    SELECT subject, kind, json_extract(data, '$.amount_minor') AS amount, 1 AS one FROM event
      WHERE kind IN ('cash.in', 'cash.out', 'cash.drawer_open')
    UNION ALL SELECT shift_id, 'cash.' || kind, amount_minor, -1 FROM cash_move)
  GROUP BY subject, kind, amount HAVING sum(one) <> 0 LIMIT 1`

/** What the walk along the trail does not compare: bookings, and cash that moves without a payment. */
function untoldFault(db: Database): string | undefined {
  const booking = db.prepare<[], string>(LOST_BOOKING).pluck().get()
  if (booking !== undefined) return `the audit trail tells of booking ${booking}, which is not there`
  const shift = db.prepare<[], string>(CASH_APART).pluck().get()
  return shift && `the cash moved in shift ${shift} is not what the audit trail says`
}

interface Link {
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly data: string
  readonly hash: string
}

function firstBrokenLink(db: Database): number | null {
  let last = { seq: 0, hash: '' }
  for (const row of db.prepare<[], Link>('SELECT * FROM event ORDER BY seq').iterate()) {
    if (row.seq !== last.seq + 1 || row.hash !== linkOfRow(last.hash, row)) return row.seq
    last = row
  }
  return null
}

function contentsOf(db: Database, schema: number, tables: ReadonlySet<string>): StoreContents {
  const count = (table: string) =>
    tables.has(table) ? (db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number) : 0
  const site = db.prepare<[], { name: string; demo: number }>('SELECT name, demo FROM site').get()
  const stamp = db.prepare<[], number>('SELECT last_stamp FROM store_state').pluck().get()
  if (stamp === undefined) throw new Error('the store’s own row is not there')
  return {
    schema,
    siteName: site?.name ?? null,
    isDemo: site?.demo === 1,
    bookings: count('booking'),
    payments: count('payment'),
    tenders: count('tender'),
    receipts: count('receipt'),
    cashMoves: count('cash_move'),
    lastBookingAt: db.prepare<[], number | null>('SELECT max(created_at) FROM booking').pluck().get() ?? null,
    lastEvent:
      db
        .prepare<[], { seq: number; at: number; hash: string }>(
          'SELECT seq, at, hash FROM event ORDER BY seq DESC LIMIT 1',
        )
        .get() ?? null,
    lastStamp: stamp,
  }
}
