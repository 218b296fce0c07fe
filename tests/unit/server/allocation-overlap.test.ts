import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { bookingWrites } from '../../../src-server/store/sql/booking-writes.ts'
import { LiveAllocations } from '../../../src-server/store/sqlite/live-allocations.ts'
import { memoryStore } from './memory-store.ts'
import { sqliteSql } from '../../../src-server/store/sqlite/sqlite-sql.ts'

interface Row {
  id: string
  bay: string
  state: string
  from: number
  to: number
}

const live = (row: Row) => row.state !== 'released'
const overlaps = (a: Row, b: Row) =>
  a.id !== b.id && a.bay === b.bay && live(a) && live(b) && a.from < b.to && b.from < a.to

const states = fc.constantFrom('held', 'confirmed', 'in_use', 'blocked', 'released')
const interval = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ from, to: from + length }))
const bays = fc.constantFrom('W1', 'W2')
const act = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), bay: bays, state: states, at: interval }),
  fc.record({ kind: fc.constant('state' as const), target: fc.nat(), state: states }),
  fc.record({ kind: fc.constant('move' as const), target: fc.nat(), at: interval, bay: bays }),
)

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

describe('overlap on one bay', { timeout: 30_000 }, () => {
  let db: Database
  beforeEach(() => {
    db = memoryStore()
  })

  it('is refused by the database itself exactly where a plain comparison of all pairs would refuse it', () => {
    const insert = db.prepare(
      'INSERT INTO allocation (id, resource_id, booking_id, state, busy_from, busy_to) VALUES (@id, @bay, NULL, @state, @from, @to)',
    )
    const move = db.prepare('UPDATE allocation SET resource_id = @bay, busy_from = @from, busy_to = @to WHERE id = @id')
    const setState = db.prepare('UPDATE allocation SET state = @state WHERE id = @id')
    const attempt = (run: () => unknown): 'done' | 'refused' => {
      try {
        run()
        return 'done'
      } catch (error) {
        if ((error as Error).message !== 'allocation_overlap') throw error
        return 'refused'
      }
    }
    const writes = { insert, move, state: setState }
    /** Does the next act in the database and in the model; tells how it went, and how it ought to have gone. */
    const step = (next: Act, id: string, model: Row[]): { did: string; ought: string } => {
      const old = next.kind === 'insert' ? undefined : model[next.target % Math.max(1, model.length)]
      if (next.kind !== 'insert' && old === undefined) return { did: 'nothing', ought: 'nothing' }
      const change = next.kind === 'state' ? { state: next.state } : { ...next.at, bay: next.bay }
      const row: Row = { id, bay: 'W1', state: 'held', from: 0, to: 1, ...old, ...change }
      if (next.kind === 'insert') row.state = next.state
      const ought = model.some((other) => overlaps(row, other)) ? 'refused' : 'done'
      const did = attempt(() => writes[next.kind].run(row))
      if (ought === 'done' && old === undefined) model.push(row)
      if (ought === 'done' && old !== undefined) Object.assign(old, row)
      return { did, ought }
    }
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
        db.exec('DELETE FROM allocation')
        const model: Row[] = []
        for (const [index, next] of acts.entries()) {
          const { did, ought } = step(next, String(index), model)
          expect(did).toBe(ought)
        }
        const stored = db
          .prepare('SELECT id, resource_id AS bay, state, busy_from AS "from", busy_to AS "to" FROM allocation')
          .all() as Row[]
        const byId = (a: Row, b: Row) => Number(a.id) - Number(b.id)
        expect(stored.toSorted(byId)).toEqual(model.toSorted(byId))
      }),
      { numRuns: 200 },
    )
  })

  it('does not count where one ends as the other begins', async () => {
    const { insertAllocation } = bookingWrites(sqliteSql(db), new LiveAllocations(db))
    const row = { resourceId: 'W1', bookingId: null, stayId: null, note: null, state: 'held' } as const
    expect(await insertAllocation({ ...row, id: 'a', busyFrom: 1000, busyTo: 2000 })).toBe(true)
    expect(await insertAllocation({ ...row, id: 'b', busyFrom: 2000, busyTo: 3000 })).toBe(true)
    expect(await insertAllocation({ ...row, id: 'c', busyFrom: 0, busyTo: 1000 })).toBe(true)
    expect(await insertAllocation({ ...row, id: 'd', busyFrom: 1999, busyTo: 2001 })).toBe(false)
    expect(await insertAllocation({ ...row, id: 'e', busyFrom: 1999, busyTo: 2001, resourceId: 'W2' })).toBe(true)
    expect(db.prepare('SELECT count(*) FROM allocation').pluck().get()).toBe(4)
  })

  it('cannot be slipped past by replacing', () => {
    db.exec(
      `INSERT INTO allocation (id, resource_id, booking_id, state, busy_from, busy_to) VALUES ('a', 'W1', NULL, 'held', 0, 10), ('b', 'W1', NULL, 'held', 10, 20)`,
    )
    expect(() =>
      db.exec(
        `INSERT OR REPLACE INTO allocation (id, resource_id, booking_id, state, busy_from, busy_to) VALUES ('b', 'W1', NULL, 'held', 5, 20)`,
      ),
    ).toThrow('allocation_overlap')
    expect(() => db.exec(`UPDATE OR REPLACE allocation SET busy_from = 5 WHERE id = 'b'`)).toThrow('allocation_overlap')
  })

  it('is not asked about intervals that end before they begin, because there are none', async () => {
    const row = { id: 'a', resourceId: 'W1', bookingId: null, stayId: null, note: null, state: 'held' } as const
    await expect(
      bookingWrites(sqliteSql(db), new LiveAllocations(db)).insertAllocation({ ...row, busyFrom: 10, busyTo: 10 }),
    ).rejects.toThrow(/CHECK/)
    await expect(
      bookingWrites(sqliteSql(db), new LiveAllocations(db)).insertAllocation({ ...row, busyFrom: 10, busyTo: 9 }),
    ).rejects.toThrow(/CHECK/)
  })
})
