import type { Database } from 'better-sqlite3'
import { bookingWrites } from '../../../src-server/store/sql/booking-writes.ts'
import { queries } from '../../../src-server/store/sql/queries.ts'
import { deadlineWrites } from '../../../src-server/store/sql/deadline-writes.ts'
import { eventWrites } from '../../../src-server/store/sql/event-trail.ts'
import { identityWrites } from '../../../src-server/store/sql/identity-queries.ts'
import { moneyWrites } from '../../../src-server/store/sql/money-queries.ts'
import { noticeWrites } from '../../../src-server/store/sql/notice-queries.ts'
import { privacyWrites } from '../../../src-server/store/sql/privacy-writes.ts'
import { reportQueries } from '../../../src-server/store/sql/report-queries.ts'
import { siteWrites } from '../../../src-server/store/sql/site-queries.ts'
import { stayWrites } from '../../../src-server/store/sql/stay-queries.ts'
import { tariffWrites } from '../../../src-server/store/sql/tariff-queries.ts'
import { washJobWrites } from '../../../src-server/store/sql/wash-job-queries.ts'
import { WriterMemory } from '../../../src-server/store/sqlite/writer-memory.ts'
import { sqliteSql } from '../../../src-server/store/sqlite/sqlite-sql.ts'

/** All that the store says to SQLite, by preparing it, and by asking once what is made up when it is asked. */
export async function statementsOf(db: Database): Promise<readonly string[]> {
  const said = new Set<string>()
  const prepare = db.prepare.bind(db)
  db.prepare = (sql: string) => {
    said.add(sql)
    return prepare(sql)
  }
  const asked = queries(sqliteSql(db))
  const memory = new WriterMemory(db)
  eventWrites(sqliteSql(db), (count) => new Uint8Array(count))
  for (const writes of [deadlineWrites, identityWrites, moneyWrites, noticeWrites, privacyWrites]) writes(sqliteSql(db))
  for (const writes of [siteWrites, stayWrites, tariffWrites, washJobWrites]) writes(sqliteSql(db))
  bookingWrites(sqliteSql(db), memory.allocations)
  await askEachWay(asked)
  await askForReports(reportQueries(sqliteSql(db)))
  db.prepare = prepare
  return [...said]
}

/** Lists whose SQL follows what is asked for. */
async function askEachWay(asked: ReturnType<typeof queries>): Promise<void> {
  for (const kind of ['wash', undefined] as const) {
    for (const state of ['held', undefined] as const) {
      for (const [from, to] of [
        [0, 1],
        [undefined, undefined],
      ] as const) {
        for (const search of ['KL07', undefined]) await asked.bookings({ kind, from, to, state, search })
      }
    }
  }
}

/** Reports prepare what they say when they are asked: each is asked once, of an empty store. */
async function askForReports(reports: ReturnType<typeof reportQueries>): Promise<void> {
  const stretch = { from: 0, to: 1, now: 1, row: 0, last: 1, limit: 1, after: 0, series: 'R' }
  for (const ask of Object.values(reports) as ((...args: unknown[]) => Promise<unknown>)[]) {
    for (const args of [
      [stretch, 1],
      [0, 1],
      ['id', 1],
    ]) {
      try {
        await ask(...args)
        break
      } catch (error) {
        // Bound by the next way of asking.
        if (!(error instanceof RangeError || error instanceof TypeError)) throw error
      }
    }
  }
}

/** One line of a plan that reads a table, or a whole index of it, from end to end. */
export interface Scan {
  readonly table: string
  /** The index that is read; undefined for the table itself. */
  readonly index: string | undefined
  readonly sql: string
}

/** Where a statement reads a table from end to end, by SQLite's own plan. */
export function scansOf(db: Database, sql: string): readonly Scan[] {
  const names = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 0]))
  const unnamed = [...sql.matchAll(/\?/g)].map(() => 0)
  const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...unnamed, names)
  return plan.flatMap(({ detail }) => {
    const [, alias, index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? []
    return alias === undefined ? [] : [{ table: tableOf(sql, alias), index, sql }]
  })
}

function tableOf(sql: string, alias: string): string {
  return new RegExp(String.raw`\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)\s+AS\s+${alias}\b`, 'i').exec(sql)?.[1] ?? alias
}
