import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bookingWrites } from '../../../src-server/store/sql/booking-writes.ts'
import { queries } from '../../../src-server/store/sql/queries.ts'
import { eventWrites } from '../../../src-server/store/sql/event-trail.ts'
import { migrate } from '../../../src-server/store/sqlite/migrate.ts'
import { siteWrites } from '../../../src-server/store/sql/site-queries.ts'
import { stayWrites } from '../../../src-server/store/sql/stay-queries.ts'
import { tariffWrites } from '../../../src-server/store/sql/tariff-queries.ts'
import { WriterMemory } from '../../../src-server/store/sqlite/writer-memory.ts'
import type { AllocationRow } from '../../../src-server/store/store.ts'
import { memoryStore } from './memory-store.ts'
import { sqliteSql } from '../../../src-server/store/sqlite/sqlite-sql.ts'

const BAYS = ['W1', 'W2']
const states = ['held', 'confirmed', 'in_use', 'blocked', 'released'] as const

/** How far around a span is looked for what ends a gap. */
const REACH = 5

/** The gap of a bay around [from, to) by the rows near it, one by one. */
function gapOf(rows: readonly AllocationRow[], bay: string, from: number, to: number) {
  const own = rows.filter(({ resourceId }) => resourceId === bay)
  if (own.some(({ busyFrom, busyTo }) => busyFrom < to && busyTo > from)) return undefined
  const before = own.filter(({ busyTo }) => busyTo <= from).map(({ busyTo }) => busyTo)
  const after = own.filter(({ busyFrom }) => busyFrom >= to).map(({ busyFrom }) => busyFrom)
  return { from: Math.max(-Infinity, ...before), to: Math.min(Infinity, ...after) }
}

const inOrder = (rows: readonly AllocationRow[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

describe('what the writing connection remembers of the bays', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))
  const bay = fc.constantFrom(...BAYS)
  const id = fc.integer({ min: 0, max: 9 })
  const act = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), id, bay, span, state: fc.constantFrom(...states) }),
    fc.record({ kind: fc.constant('change' as const), id, bay, span }),
    fc.record({ kind: fc.constant('state' as const), id, state: fc.constantFrom(...states) }),
    fc.record({ kind: fc.constant('take back' as const), id, bay, span }),
    fc.record({ kind: fc.constant('look' as const), span }),
  )

  it('is what the store has, whatever is written, refused or taken back', async () => {
    const db = memoryStore()
    db.pragma('foreign_keys = OFF')
    const memory = new WriterMemory(db)
    const writes = bookingWrites(sqliteSql(db), memory.allocations)
    const store = queries(sqliteSql(db))
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        db.exec('DELETE FROM allocation')
        memory.forget()
        const row = (
          n: number,
          resourceId: string,
          [from, length]: readonly [number, number],
          state: AllocationRow['state'],
        ) => ({
          ...{ id: `a${n}`, resourceId, bookingId: `b${n}`, stayId: null, note: null, state },
          ...{ busyFrom: from, busyTo: from + length },
        })
        const isThere = (n: number) => db.prepare('SELECT 1 FROM allocation WHERE id = ?').get(`a${n}`) !== undefined
        for (const next of acts) {
          if (next.kind === 'add' && !isThere(next.id)) {
            await writes.insertAllocation(row(next.id, next.bay, next.span, next.state))
          } else if (next.kind === 'change') {
            const { resourceId, busyFrom, busyTo } = row(next.id, next.bay, next.span, 'held')
            await writes.updateAllocation(`a${next.id}`, { resourceId, busyFrom, busyTo })
          } else if (next.kind === 'state') {
            await writes.setAllocationState(`b${next.id}`, next.state).catch(() => undefined)
          } else if (next.kind === 'take back' && !isThere(next.id)) {
            db.exec('SAVEPOINT request')
            await writes.insertAllocation(row(next.id, next.bay, next.span, 'held'))
            db.exec('ROLLBACK TO request; RELEASE request')
            memory.forget()
          }
          const [from, length] = 'span' in next ? next.span : [0, 60]
          const stored = await store.liveAllocations('wash_bay', from, from + length)
          expect(inOrder(memory.allocations.within('wash_bay', from, from + length))).toEqual(inOrder(stored))
          const near = await store.liveAllocations('wash_bay', from - REACH, from + length + REACH)
          expect(memory.allocations.gapsAround(BAYS, from, from + length, REACH)).toEqual(
            BAYS.map((name) => gapOf(near, name, from, from + length)),
          )
        }
      }),
    )
    db.close()
  })
})

describe('what it remembers of the site', () => {
  let folder: string
  let db: Database
  let memory: WriterMemory
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kerbside-memory-'))
    db = new BetterSqlite3(join(folder, 'store.sqlite'))
    db.pragma('journal_mode = WAL')
    migrate(db)
    memory = new WriterMemory(db)
    memory.begin()
  })
  afterEach(() => {
    db.close()
    rmSync(folder, { recursive: true })
  })

  const resource = {
    id: 'A1',
    kind: 'bay',
    label: 'A1',
    bayClass: 'car',
    position: 1,
    active: true,
    place: null,
  } as const
  const labels = async () =>
    (await memory.setUp.reading(queries(sqliteSql(db))).resources('bay')).map(({ label }) => label)

  it('is read once, and again after a change of its own', async () => {
    const writes = memory.forgetting(siteWrites(sqliteSql(db)), () => memory.forget())
    expect(await labels()).toEqual([])
    db.exec("INSERT INTO resource (id, kind, label, position) VALUES ('X', 'bay', 'behind its back', 9)")
    expect(await labels()).toEqual([])
    await writes.insertResource(resource)
    expect(await labels()).toEqual(['A1', 'behind its back'])
  })

  it('of closed days and tariffs is what the store would answer, and is read again after a change', async () => {
    const store = queries(sqliteSql(db))
    const remembered = memory.setUp.reading(store)
    const forget = () => memory.forget()
    const { insertClosure } = memory.forgetting(siteWrites(sqliteSql(db)), forget)
    const { insertTariffVersion } = memory.forgetting(tariffWrites(sqliteSql(db)), forget)
    const days = ['2025-12-04', '2025-12-05', '2025-12-06', '2025-12-07']
    const same = async () => {
      for (const from of days) {
        for (const to of days) expect(await remembered.closures(from, to)).toEqual(await store.closures(from, to))
      }
      for (const at of [0, 9, 10, 15, 20, 99]) expect(await remembered.tariffAt(at)).toEqual(await store.tariffAt(at))
    }
    await same()
    for (const [number, validFrom] of [10, 20, 10, 0].entries()) {
      const toDate = days[number] ?? ''
      await insertClosure({ id: `c${number}`, kind: null, fromDate: '2025-12-05', toDate, reason: '' }).catch(() => {})
      const row = { id: `t${number}`, number, name: '', validFrom, plan: '', createdAt: 0, createdBy: '' }
      await insertTariffVersion(row)
      await same()
    }
  })

  it('of who waits is read again after a change', async () => {
    const waits = memory.setUp.reading(queries(sqliteSql(db))).openWaitlist
    const writes = memory.forgetting(stayWrites(sqliteSql(db)), () => memory.setUp.forgetCars())
    expect(await waits()).toEqual([])
    const row = { id: 'w', bayClass: 'car', plate: 'KL07', phone: null, state: 'waiting', createdAt: 1 } as const
    await writes.insertWaitlist({ ...row, offeredAt: null, closedAt: null, madeBy: 'user:u' })
    expect(await waits()).toMatchObject([{ id: 'w' }])
    await writes.updateWaitlist('w', { state: 'left', offeredAt: null, closedAt: 2 })
    expect(await waits()).toEqual([])
  })

  it('of the trail is forgotten with a line that is taken back', async () => {
    const { appendEvent } = eventWrites(sqliteSql(db), (count) => new Uint8Array(count), memory.trail)
    const line = { at: 1, kind: 'store.resumed', subject: 's', actor: 'a', data: {} } as const
    expect(await appendEvent(line)).toBe(1)
    db.exec('SAVEPOINT request')
    expect(await appendEvent(line)).toBe(2)
    db.exec('ROLLBACK TO request; RELEASE request')
    memory.forget()
    expect([await appendEvent(line), await appendEvent(line)]).toEqual([2, 3])
  })

  it('is read again when another program has written to the file', async () => {
    expect(await labels()).toEqual([])
    const other = new BetterSqlite3(join(folder, 'store.sqlite'))
    other.exec("INSERT INTO resource (id, kind, label, position) VALUES ('X', 'bay', 'another’s', 9)")
    other.close()
    memory.begin()
    expect(await labels()).toEqual(['another’s'])
  })
})
