import BetterSqlite3, { type Statement } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import budgets from '../../bench/budgets.json' with { type: 'json' }
import { at, parkingFrom } from '../support/parking.ts'
import { startStillServer, type StillServer } from '../support/still-server.ts'
import { washAt } from '../support/wash.ts'

/** All prepared statements, of every connection, have their methods from here. */
const memory = new BetterSqlite3(':memory:')
const statements = Object.getPrototypeOf(memory.prepare('SELECT 1')) as Statement

describe('what a lone booking says to SQLite between BEGIN and COMMIT', () => {
  let still: StillServer
  const said: string[] = []
  beforeEach(async () => {
    still = await startStillServer()
    for (const way of ['run', 'get', 'all'] as const) {
      const does = statements[way]
      vi.spyOn(statements, way).mockImplementation(function (this: Statement, ...values: unknown[]) {
        said.push(this.source)
        return does.apply(this, values)
      })
    }
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await still.stop()
  })

  const bodies = {
    parking: (hour: number) => parkingFrom(at(`${hour}:00`), at(`${hour + 1}:00`), { plate: `KL07 ${hour}` }),
    wash: (hour: number) => washAt(at(`${hour}:00`), { plate: `KL07 ${hour}` }),
  }

  it.each(['parking', 'wash'] as const)('is what bench/budgets.json grants it, and no more: %s', async (kind) => {
    const bookAt = async (hour: number) => {
      const headers = { 'idempotency-key': `${kind}-${hour}` }
      const { status } = await still.visitor.post('/api/v1/bookings', bodies[kind](hour), headers)
      expect(status).toBe(201)
    }
    // The first reads what is remembered from then on.
    await bookAt(15)
    said.length = 0
    await bookAt(16)
    // Fewer than granted: then the budget goes down with them.
    expect({ said, count: said.length }).toEqual({ said, count: budgets.statementsPerBooking[kind] })
  })
})
