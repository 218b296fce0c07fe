import { describe, expect, it, afterEach } from 'vitest'
import type { AuditVerification } from '../../../src-shared/api/audit-schemas.ts'
import type { Report } from '../../../src-shared/api/report-schemas.ts'
import type { Caller } from '../../support/caller.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'
import { balance } from '../money/books.ts'
import { overlaps, pending, receiptsOutOfOrder, rows } from './demo-rows.ts'

let still: StillServer
let owner: Caller
afterEach(() => still.stop())

async function start(startAt: string, demoHistory: boolean): Promise<void> {
  still = await startStillServer({ site: 'demo', startAt, demoHistory })
  owner = await signIn(still, { username: 'owner', password: 'harbour-owner' })
}

const instants = [
  ['a Friday at noon', '2025-12-05T12:45:22+05:30'],
  ['three at night', '2025-12-05T03:00:00+05:30'],
  ['just before closing', '2025-12-05T22:55:00+05:30'],
  ['just after opening', '2025-12-05T06:02:10+05:30'],
  ['a Sunday morning', '2025-12-07T09:05:00+05:30'],
] as const

describe.each(instants)('the demo’s present at %s', (_name, startAt) => {
  it.each([false, true])('has what the design lists, whether it has a past: %s', async (demoHistory) => {
    await start(startAt, demoHistory)
    const now = Date.parse(startAt)
    const parked = still.look((db) => rows(db, "SELECT * FROM stay WHERE state = 'parked'"))
    expect(parked).toHaveLength(14)
    expect(new Set(parked.map((stay) => stay['bay_class'])).size).toBe(6)
    expect(parked.filter((stay) => stay['permit_id'] !== null)).toHaveLength(2)
    expect(parked.filter((stay) => stay['booking_id'] !== null)).toHaveLength(3)
    expect(parked.filter((stay) => stay['booked_until'] !== null && Number(stay['booked_until']) < now)).toHaveLength(2)
    expect(new Set(parked.map((stay) => stay['resource_id'])).size).toBe(14)

    const open = still.look((db) => pending(db, now))
    expect(open.filter(({ state }) => state === 'confirmed')).toHaveLength(9)
    expect(open.filter(({ kind, state }) => kind === 'parking' && state === 'confirmed')).toHaveLength(4)
    const held = open.filter(({ state }) => state === 'held')
    expect(held.map(({ hold_expires_at }) => hold_expires_at - now)).toEqual([120_000])
    const unpaid = open.filter(({ state }) => state === 'awaiting_payment')
    expect(unpaid).toHaveLength(1)
    expect(unpaid[0]!.payment_expires_at!).toBeGreaterThan(now)
    const columns = still.look((db) =>
      rows(
        db,
        "SELECT state FROM wash_job WHERE state IN ('queued', 'in_progress', 'quality_check', 'ready') ORDER BY state",
      ),
    )
    expect(columns).toEqual([{ state: 'in_progress' }, { state: 'queued' }, { state: 'ready' }])
    expect(
      still.look((db) => rows(db, "SELECT plate FROM booking WHERE state = 'no_show' AND plate = 'KL07BY8080'")),
    ).toHaveLength(1)
    expect(still.look((db) => rows(db, "SELECT note FROM allocation WHERE state = 'blocked'"))).toEqual([
      { note: 'Oil on the floor, to be cleaned' },
    ])
    expect(still.look((db) => rows(db, 'SELECT bay_class, state FROM waitlist'))).toEqual([
      { bay_class: 'ev', state: 'waiting' },
    ])
    expect(still.look((db) => rows(db, 'SELECT plate FROM permit'))).toHaveLength(2)
    const shift = still.look((db) => rows(db, "SELECT id, float_minor FROM shift WHERE state = 'open'"))
    expect(shift).toMatchObject([{ float_minor: 200_000 }])
    const taken = still.look((db) =>
      db.prepare('SELECT count(*) FROM tender WHERE shift_id = ?').pluck().get(shift[0]!['id']),
    )
    expect(taken).toBeGreaterThanOrEqual(3)
  })

  it('agrees with itself, with its past', async () => {
    await start(startAt, true)
    expect(still.look(balance)).toEqual([])
    expect(still.look(overlaps)).toEqual([])
    expect(still.look(receiptsOutOfOrder)).toEqual([])
    const late = still.look((db) =>
      rows(db, `SELECT count(*) AS n FROM event AS a JOIN event AS b ON b.seq = a.seq + 1 WHERE b.at < a.at`),
    )
    expect(late).toEqual([{ n: 0 }])
    const latest = still.look((db) => db.prepare('SELECT max(at) FROM event').pluck().get() as number)
    expect(latest).toBeLessThanOrEqual(Date.parse(startAt) + 1000)
  })
})

describe('the demo’s week', () => {
  it('has what an owner looks for, and its books reconcile', async () => {
    await start(instants[0][1], true)
    const count = (sql: string) => still.look((db) => db.prepare(sql).pluck().get() as number)
    const days = still.look((db) =>
      rows(db, "SELECT count(*) AS n FROM stay WHERE state = 'exited' GROUP BY (entered_at + 19800000) / 86400000"),
    )
    expect(days).toHaveLength(8)
    expect(Math.min(...days.slice(0, 7).map(({ n }) => Number(n)))).toBeGreaterThanOrEqual(15)
    expect(count("SELECT count(*) FROM wash_job WHERE state = 'collected'")).toBeGreaterThan(20)
    expect(count("SELECT count(*) FROM booking WHERE state = 'no_show'")).toBeGreaterThan(2)
    expect(count("SELECT count(*) FROM booking WHERE state = 'expired'")).toBeGreaterThan(3)
    expect(count('SELECT count(*) FROM discount')).toBeGreaterThan(3)
    expect(count("SELECT count(*) FROM receipt WHERE series = 'C'")).toBe(1)
    expect(count('SELECT count(*) FROM stay WHERE lost_ticket = 1')).toBe(1)
    expect(count("SELECT count(*) FROM event WHERE kind = 'stay.manual_time'")).toBe(1)
    expect(count("SELECT count(*) FROM shift WHERE state = 'closed' AND report IS NOT NULL")).toBeGreaterThanOrEqual(7)
    expect(
      count("SELECT max(abs(counted_minor - expected_minor)) FROM shift WHERE state = 'closed'"),
    ).toBeLessThanOrEqual(2000)
    const report = (await owner.get('/api/v1/reports?from=2025-11-28&to=2025-12-05')).json() as Report
    expect(report.reconciliation.agrees).toBe(true)
    expect(report.reconciliation.takings_minor).toBeGreaterThan(1_000_000)
  })

  it('has a trail that holds', async () => {
    await start(instants[0][1], true)
    expect((await owner.post('/api/v1/audit/verification')).status).toBeLessThan(300)
    let run: AuditVerification
    do run = (await owner.get('/api/v1/audit/verification')).json() as AuditVerification
    while (run.state === 'running')
    expect(run).toMatchObject({ state: 'done', first_broken_seq: null, faults: [] })
  })
})
