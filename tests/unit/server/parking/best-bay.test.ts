import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestBay } from '../../../../src-server/parking/best-bay.ts'
import { tightestBay } from '../../../../src-server/parking/free-bays.ts'
import { STANDING_MS } from '../../../../src-server/parking/lot-busy.ts'
import { bookingWrites } from '../../../../src-server/store/sql/booking-writes.ts'
import { queries } from '../../../../src-server/store/sql/queries.ts'
import { LiveAllocations } from '../../../../src-server/store/sqlite/live-allocations.ts'
import { memoryStore } from '../memory-store.ts'
import { sqliteSql } from '../../../../src-server/store/sqlite/sqlite-sql.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const bays = ['W2', 'W1'].map((id) => ({ id }))

describe('the best bay for a span', () => {
  const hours = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * HOUR)
  const span = fc.tuple(hours(0, 90), hours(1, 30)).map(([from, length]) => ({ from, to: from + length }))
  const taken = fc.array(fc.record({ bay: fc.constantFrom('W1', 'W2'), span }), { maxLength: 12 })
  const now = fc.constantFrom(0, HOUR - STANDING_MS, HOUR, 30 * HOUR)
  const standing = fc.subarray(['W1', 'W2'])

  it('is the tightest of those that are free by all that the store has within a day of it', async () => {
    const db = memoryStore()
    db.pragma('foreign_keys = OFF')
    const store = queries(sqliteSql(db))
    await fc.assert(
      fc.asyncProperty(taken, standing, now, span, async (rows, cars, at, when) => {
        db.exec('DELETE FROM allocation')
        const writes = bookingWrites(sqliteSql(db), new LiveAllocations(db))
        for (const [n, row] of rows.entries()) {
          await writes.insertAllocation({
            ...{ id: `a${n}`, resourceId: row.bay, bookingId: null, stayId: null, note: null, state: 'held' },
            ...{ busyFrom: row.span.from, busyTo: row.span.to },
          })
        }
        const around = await store.liveAllocations('wash_bay', when.from - DAY, when.to + DAY)
        const busy = [
          ...around.map(({ resourceId, busyFrom, busyTo }) => ({ resourceId, from: busyFrom, to: busyTo })),
          ...cars.map((resourceId) => ({ resourceId, from: Math.min(when.from, at), to: at + STANDING_MS })),
        ]
        const tx = { at, gapsAround: writes.gapsAround, standingBays: async () => cars }
        expect(await bestBay(tx, bays, when)).toBe(tightestBay(bays, busy, when))
      }),
    )
    db.close()
  })
})
