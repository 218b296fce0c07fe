import { beforeAll, describe, expect, it } from 'vitest'
import budgets from '../../../bench/budgets.json' with { type: 'json' }
import { memoryStore } from './memory-store.ts'
import { scansOf, statementsOf, type Scan } from './query-plans.ts'

const { growing, allowed } = budgets.queryPlans
type Allowed = (typeof allowed)[number]

const oneLine = (sql: string) => sql.replace(/\s+/g, ' ').trim()

function isAllowed(scan: Scan, { table, index, statement }: Allowed): boolean {
  if (table !== scan.table) return false
  return statement === undefined ? index === scan.index : oneLine(scan.sql).includes(statement)
}

/** A table without a primary key's `WITHOUT ROWID` is read by no index when it is read from end to end. */
const words = ({ table, index, sql }: Scan) =>
  `${table} is read from end to end${index === undefined ? '' : ` by ${index}`} by: ${oneLine(sql)}`

describe('what the store asks of tables that grow', () => {
  const db = memoryStore()
  let statements: readonly string[]
  let scans: readonly Scan[]
  beforeAll(async () => {
    statements = await statementsOf(db)
    scans = statements.flatMap((sql) => scansOf(db, sql)).filter(({ table }) => growing.includes(table))
  })

  it('goes by an index, but for what is allowed with a reason in bench/budgets.json', () => {
    expect(scans.filter((scan) => !allowed.some((entry) => isAllowed(scan, entry))).map(words)).toEqual([])
  })

  it('has no allowance that nothing needs any more', () => {
    expect(allowed.filter((entry) => !scans.some((scan) => isAllowed(scan, entry)))).toEqual([])
  })

  it('is all of it: bookings, stays, money, the trail and the reports', () => {
    const isAsked = (table: string) => statements.some((sql) => new RegExp(String.raw`\b${table}\b`).test(sql))
    expect(growing.filter((table) => !isAsked(table))).toEqual([])
    expect(statements.length).toBeGreaterThan(150)
  })

  it('finds a part of a plate among any number of bookings by the beginning of a key', () => {
    const find = statements.find((sql) => sql.includes('FROM plate_part'))
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${find ?? ''}`).all('a', 'b', 1)
    expect(plan.map(({ detail }) => detail)).toContain('SEARCH plate_part USING PRIMARY KEY (part>? AND part<?)')
    const ofPlate = statements.find((sql) => sql.includes('FROM booking WHERE plate = ?'))
    const bookings = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${ofPlate ?? ''}`).all('a', 1)
    expect(bookings[0]?.detail).toBe('SEARCH booking USING INDEX booking_by_plate (plate=?)')
  })

  it('is seen by this check when an index is gone', () => {
    const without = memoryStore()
    without.exec('DROP INDEX booking_by_start')
    const list = statements.find((sql) => sql.includes('ORDER BY b.starts_at, b.id LIMIT'))
    expect(scansOf(without, list ?? '').map(({ table }) => table)).toContain('booking')
    expect(scansOf(db, list ?? '').map(({ table }) => table)).not.toContain('booking')
  })
})
