import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bookingWrites } from '../../../src-server/store/sqlite/booking-writes.ts'
import { queries } from '../../../src-server/store/sqlite/connection.ts'
import { migrate } from '../../../src-server/store/sqlite/migrate.ts'
import { siteWrites } from '../../../src-server/store/sqlite/site-queries.ts'
import { WriterMemory } from '../../../src-server/store/sqlite/writer-memory.ts'
import type { AllocationRow } from '../../../src-server/store/store.ts'
import { memoryStore } from './memory-store.ts'

const BAYS = ['W1', 'W2']
const states = ['held', 'confirmed', 'in_use', 'blocked', 'released'] as const

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
    const writes = bookingWrites(db, memory.allocations)
    const store = queries(db)
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
  const labels = async () => (await memory.setUp.reading(queries(db)).resources('bay')).map(({ label }) => label)

  it('is read once, and again after a change of its own', async () => {
    const writes = memory.forgetting(siteWrites(db), () => memory.forget())
    expect(await labels()).toEqual([])
    db.exec("INSERT INTO resource (id, kind, label, position) VALUES ('X', 'bay', 'behind its back', 9)")
    expect(await labels()).toEqual([])
    await writes.insertResource(resource)
    expect(await labels()).toEqual(['A1', 'behind its back'])
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
