import BetterSqlite3, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src-server/store/sqlite/migrate.ts'
import { migrations } from '../../../src-server/store/sqlite/migrations/index.ts'
import {
  noticeQueries,
  NOTICES_AFTER,
  NOTICES_BEFORE,
  noticeWrites,
  UNREAD_NOTICES,
} from '../../../src-server/store/sql/notice-queries.ts'
import { memoryStore } from './memory-store.ts'
import { sqliteSql } from '../../../src-server/store/sqlite/sqlite-sql.ts'

const everybody = ['attendant', 'owner', 'admin'] as const
const attendant = { id: 'arun', role: 'attendant' } as const
const owner = { id: 'meera', role: 'owner' } as const

/** Ten notices; each third is for owners only. */
async function tenNotices(db: Database): Promise<void> {
  db.exec(`INSERT INTO user (id, name, username, role, password_hash, active) VALUES
    ('arun', 'Arun', 'arun', 'attendant', '', 1), ('meera', 'Meera', 'meera', 'owner', '', 1)`)
  for (let n = 1; n <= 10; n += 1) {
    const roles = n % 3 === 0 ? (['owner'] as const) : everybody
    await noticeWrites(sqliteSql(db)).insertNotice({ at: n, needsAttention: false, body: '{}', roles }, 500)
  }
}

const seqs = (rows: readonly { readonly seq: number }[]) => rows.map(({ seq }) => seq)

describe('notices in the store', () => {
  it('are read by role, so many and from where they are asked for', async () => {
    const db = memoryStore()
    await tenNotices(db)
    const queries = noticeQueries(sqliteSql(db))
    expect(seqs(await queries.notices(attendant, 9, 3))).toEqual([8, 7, 5])
    expect(seqs(await queries.notices(owner, 9, 3))).toEqual([8, 7, 6])
    expect(seqs(await queries.noticesAfter('attendant', 5))).toEqual([7, 8, 10])
  })

  it('are counted unread by what one’s role hears of', async () => {
    const db = memoryStore()
    await tenNotices(db)
    const queries = noticeQueries(sqliteSql(db))
    await noticeWrites(sqliteSql(db)).markNoticesRead('arun', [1, 3, 4], 20)
    expect(await queries.unreadNotices(attendant)).toBe(5)
    expect(await queries.unreadNotices(owner)).toBe(10)
  })

  it('go with all that is known of them', async () => {
    const db = memoryStore()
    await tenNotices(db)
    await noticeWrites(sqliteSql(db)).markAllNoticesRead('arun', 10, 20)
    await noticeWrites(sqliteSql(db)).insertNotice({ at: 11, needsAttention: true, body: '{}', roles: everybody }, 2)
    expect(db.prepare('SELECT DISTINCT seq FROM notice_for').pluck().all()).toEqual([10, 11])
    expect(db.prepare('SELECT seq FROM notice_read').pluck().all()).toEqual([10])
  })

  it.each([
    ['newest first', NOTICES_BEFORE, 4],
    ['unread', UNREAD_NOTICES, 2],
    ['after one', NOTICES_AFTER, 2],
  ])('are found by their key, with nothing to sort: %s', (_, sql, values) => {
    const statement = memoryStore().prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    const plan = statement.all(...Array.from({ length: values }, () => 1)).map(({ detail }) => detail)
    expect(plan[0]).toMatch(/^SEARCH f USING PRIMARY KEY \(role=\?/)
    expect(plan.filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([])
  })

  it('of a store of before are told to whom they were', () => {
    const db = new BetterSqlite3(':memory:')
    migrate(db, migrations.slice(0, 10))
    db.exec(`INSERT INTO notice VALUES (1, 1, 0, '{"type":"overstay"}'), (2, 2, 0, '{"type":"shift_changed"}')`)
    migrate(db)
    expect(db.prepare("SELECT seq FROM notice_for WHERE role = 'attendant'").pluck().all()).toEqual([1])
    expect(db.prepare("SELECT seq FROM notice_for WHERE role = 'admin'").pluck().all()).toEqual([1, 2])
  })
})
