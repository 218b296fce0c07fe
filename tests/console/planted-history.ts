import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { bookingWrites } from '../../src-server/store/sql/booking-writes.ts'
import { LiveAllocations } from '../../src-server/store/sqlite/live-allocations.ts'
import { queries } from '../../src-server/store/sql/queries.ts'
import { eventWrites } from '../../src-server/store/sql/event-trail.ts'
import { identityWrites } from '../../src-server/store/sql/identity-queries.ts'
import { moneyWrites } from '../../src-server/store/sql/money-queries.ts'
import { stayWrites } from '../../src-server/store/sql/stay-queries.ts'
import { washJobWrites } from '../../src-server/store/sql/wash-job-queries.ts'
import type { Transaction } from '../../src-server/store/store.ts'
import { booking, hand, issue, owe, stay } from '../integration/reports/history.ts'
import type { TestServer } from '../support/test-server.ts'
import { sqliteSql } from '../../src-server/store/sqlite/sqlite-sql.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const METHODS = ['cash', 'upi', 'card'] as const

/** Opens the store of a running server behind its back. */
export function withStore(server: TestServer, work: (db: Database) => void): void {
  const db = new BetterSqlite3(join(server.dataDir, 'kerbside.sqlite'), { timeout: 5000 })
  try {
    work(db)
  } finally {
    db.close()
  }
}

/** Two weeks of a car park's days before the demo's own, with all that happens in them. @returns the takings, by day */
export async function plantHistory(server: TestServer): Promise<readonly number[]> {
  const db = new BetterSqlite3(join(server.dataDir, 'kerbside.sqlite'), { timeout: 5000 })
  db.exec('BEGIN IMMEDIATE')
  const tx = {
    ...queries(sqliteSql(db)),
    ...bookingWrites(sqliteSql(db), new LiveAllocations(db)),
    ...eventWrites(sqliteSql(db), (count) => new Uint8Array(count).fill(7)),
    ...identityWrites(sqliteSql(db)),
    ...moneyWrites(sqliteSql(db)),
    ...stayWrites(sqliteSql(db)),
    ...washJobWrites(sqliteSql(db)),
  }
  const one = (sql: string) => db.prepare(sql).pluck().get() as string
  const ground = {
    bays: (await tx.resources('bay')).map(({ id }) => id),
    washBay: one("SELECT id FROM resource WHERE kind = 'wash_bay'"),
    services: (await tx.services()).map(({ id, priceMinor }) => ({ id, priceMinor })),
    tariff: one('SELECT id FROM tariff_version'),
  }
  const user = { id: 'x', name: 'Ravi Menon', username: 'ravi', role: 'attendant' as const, passwordHash: '-' }
  await tx.insertUser({ ...user, pinHash: null, active: false, passwordTemporary: false })
  const takings: number[] = []
  for (let day = 14; day >= 1; day -= 1) {
    const from = Date.parse('2025-12-05T00:00:00+05:30') - day * DAY
    const at = (instant: number) => ({ ...tx, at: instant }) as unknown as Transaction
    takings.push((await cars(at, from, day, ground)) + (await washes(at, from, day, ground)))
    await oddities(at, from, day)
  }
  db.exec('COMMIT')
  db.close()
  return takings
}

interface Ground {
  readonly bays: readonly string[]
  readonly washBay: string
  readonly services: readonly { id: string; priceMinor: number }[]
  readonly tariff: string
}
type At = (instant: number) => Transaction

async function cars(at: At, from: number, day: number, { bays, tariff }: Ground): Promise<number> {
  let sum = 0
  for (let car = 0; car < 24 + (day % 5) * 4; car += 1) {
    const enteredAt = from + 6.5 * HOUR + ((car * 37) % 780) * MINUTE
    const exitedAt = enteredAt + (40 + ((car * 53) % 260)) * MINUTE
    const id = `c${day}-${car}`
    const minor = 4000 + ((car * 1000) % 9000)
    const tx = at(exitedAt)
    await stay(tx, id, bays[car % bays.length]!, {
      enteredAt,
      exitedAt,
      tariffVersionId: tariff,
      lostTicket: day % 4 === 0 && car === 5,
      plate: `KL07C${100 + car}`,
    })
    await owe(tx, `p${id}`, { stayId: id }, minor)
    await hand(tx, `p${id}`, minor, { method: METHODS[car % 3]! })
    await issue(tx, 'R', `p${id}`, minor)
    sum += minor
  }
  return sum
}

async function washes(at: At, from: number, day: number, { washBay, services }: Ground): Promise<number> {
  let sum = 0
  for (let wash = 0; wash < 6 + (day % 3); wash += 1) {
    const startsAt = from + 9 * HOUR + wash * 75 * MINUTE
    const id = `w${day}-${wash}`
    const { id: serviceId, priceMinor } = services[wash % services.length]!
    const tx = at(startsAt)
    await booking(tx, id, { serviceId, resourceId: washBay, startsAt, endsAt: startsAt + 30 * MINUTE, priceMinor })
    await owe(tx, `p${id}`, { bookingId: id }, priceMinor)
    await hand(tx, `p${id}`, priceMinor, { method: METHODS[wash % 3]! })
    await issue(tx, 'R', `p${id}`, priceMinor)
    await tx.insertWashJob({
      id: `j${id}`,
      bookingId: id,
      state: 'collected',
      position: 0,
      queuedAt: startsAt - 4 * MINUTE,
      startedAt: startsAt + 3 * MINUTE,
      finishedAt: startsAt + (27 + wash) * MINUTE,
      readyAt: null,
      collectedAt: null,
      toldBookingId: null,
    })
    sum += priceMinor
  }
  return sum
}

async function oddities(at: At, from: number, day: number): Promise<void> {
  const tx = at(from + 19 * HOUR)
  const event = { at: tx.at, actor: 'user:x', data: {} }
  if (day % 3 === 0) {
    const data = { reason: 'The barrier opened twice', amount_minor: 0 }
    await tx.appendEvent({ ...event, kind: 'stay.voided', subject: `c${day}-3`, data })
    await tx.appendEvent({ ...event, kind: 'booking.no_show', subject: `w${day}-1` })
  }
  if (day === 2) await tx.appendEvent({ ...event, kind: 'clock.stepped', subject: 'clock', actor: 'clock' })
}
