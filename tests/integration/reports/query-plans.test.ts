import { describe, expect, it } from 'vitest'
import { TRAIL_BOUNDS, trailStatement } from '../../../src-server/store/sql/audit-queries.ts'
import { EXCEPTIONS } from '../../../src-server/store/sql/exception-sql.ts'
import * as reports from '../../../src-server/store/sql/report-sql.ts'
import { memoryStore } from '../../unit/server/memory-store.ts'

/** Tables that grow with every car. */
const big = [
  'tender',
  'payment',
  'receipt',
  'discount',
  'stay',
  'booking',
  'wash_job',
  'event',
  'allocation',
  'cash_move',
]

/** Each way into a table that SQLite takes for a statement, such as `SEARCH tender USING INDEX …`. */
function planOf(sql: string): readonly string[] {
  const db = memoryStore()
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => name!)
  const values = Object.fromEntries(names.map((name) => [name, 1]))
  const statement = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
  const rows = sql.includes('?') ? statement.all(1) : names.length === 0 ? statement.all() : statement.all(values)
  return rows.map(({ detail }) => detail)
}

/** The names that a statement gives to the big tables. */
function aliasesOf(sql: string): ReadonlySet<string> {
  const names = big.flatMap((table) => [
    table,
    ...[...sql.matchAll(new RegExp(`\\b${table} AS (\\w+)`, 'g'))].map(([, alias]) => alias!),
  ])
  return new Set(names)
}

function scansOf(sql: string): readonly string[] {
  const names = aliasesOf(sql)
  return planOf(sql).filter((step) => {
    const [, table] = /^SCAN (\w+)/.exec(step) ?? []
    return table !== undefined && names.has(table)
  })
}

const never = { kinds: [], from: 0, to: 1, after: 0, before: 9, limit: 1 }

describe('a report', () => {
  it.each([
    ...Object.entries({ ...reports, ...EXCEPTIONS, TRAIL_BOUNDS }),
    ['the trail', trailStatement({ ...never, text: 'x', kinds: ['stay.'] }).text],
    ['the trail of somebody', trailStatement({ ...never, actor: 'user:x' }).text],
    ['the trail of something', trailStatement({ ...never, subject: 'x' }).text],
  ])('reads no big table from end to end: %s', (_, sql) => {
    expect(planOf(sql).join('\n')).not.toBe('')
    expect(scansOf(sql)).toEqual([])
  })

  it('knows a statement that would', () => {
    expect(scansOf('SELECT sum(amount_minor) FROM tender AS t WHERE method = @method')).toEqual(['SCAN t'])
    expect(scansOf('SELECT count(*) FROM stay WHERE lost_ticket = 1')).toEqual(['SCAN stay'])
  })

  it('finds what happened by when it happened', () => {
    expect(planOf(reports.TENDER_SUMS)[0]).toMatch(/^SEARCH t USING INDEX tender_by_time \(at>\? AND at<\?\)$/)
    expect(planOf(reports.CARS_AT).filter((step) => step.includes('COVERING INDEX'))).toHaveLength(2)
    expect(planOf(reports.LOST_BOOKINGS)[0]).toMatch(/event_by_kind \(kind=\? AND at>\? AND at<\?\)$/)
    expect(planOf(trailStatement({ ...never, actor: 'x' }).text)[0]).toMatch(/event_by_actor \(actor=\? AND seq>\?/)
  })
})
