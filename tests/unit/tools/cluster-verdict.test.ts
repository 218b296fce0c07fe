import BetterSqlite3, { type Database } from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../../src-server/store/sqlite/migrations/index.ts'
import type { Visit } from '../../cluster/history.ts'
import { contradictions } from '../../cluster/verdict.ts'

const START = '2025-12-05T15:00:00+05:30'
const booked = (change: Partial<Visit> = {}): Visit => ({
  plate: 'KL10AA1000',
  start: START,
  tries: 1,
  outcome: { is: 'booked', id: 'b1' },
  afterwards: undefined,
  ...change,
})

describe('the verdict on a cluster', () => {
  let db: Database
  beforeEach(() => {
    db = new BetterSqlite3(':memory:')
    for (const step of migrations) db.exec(step)
    db.pragma('foreign_keys = OFF')
    db.exec('INSERT INTO store_state (id, secret_key, last_stamp) VALUES (1, zeroblob(32), 10000)')
  })
  const plant = (id: string, state = 'held', plate = 'KL10AA1000') =>
    db
      .prepare(
        `INSERT INTO booking (id, reference, kind, state, resource_id, starts_at, ends_at, plate, price_minor, currency, hold_expires_at, created_at, made_by)
         VALUES (?, ?, 'wash', ?, 'W1', ?, ?, ?, 0, 'INR', 9000, 0, 'x')`,
      )
      .run(id, id, state, Date.parse(START), Date.parse(START) + 1, plate)

  it('is nothing where everybody was told the truth', () => {
    plant('b1')
    expect(
      contradictions(db, [booked(), booked({ plate: 'KL10AA1001', outcome: { is: 'refused', code: 'slot_taken' } })]),
    ).toEqual([])
  })

  it.each<[string, Visit, () => void]>([
    ['a booking that was lost', booked(), () => {}],
    ['one that was made twice', booked(), () => (plant('b1'), plant('b2'))],
    ['another one', booked(), () => plant('b2')],
    ['another time', booked({ start: '2025-12-05T16:00:00+05:30' }), () => plant('b1')],
    ['one that was refused', booked({ outcome: { is: 'refused', code: 'slot_taken' } }), () => plant('b1')],
    [
      'a cancelled one that still stands',
      booked({ afterwards: { act: 'cancel', isAcknowledged: true } }),
      () => plant('b1'),
    ],
  ])('finds %s', (_what, visit, happen) => {
    happen()
    expect(contradictions(db, [visit])).toHaveLength(1)
  })

  it('finds a hold that nobody ended, and two in one bay', () => {
    plant('b1')
    db.exec('UPDATE store_state SET last_stamp = 20000')
    db.exec('DROP TRIGGER allocation_overlap_on_insert')
    const insert = db.prepare(
      "INSERT INTO allocation (id, resource_id, state, busy_from, busy_to) VALUES (?, 'W1', 'held', 0, 10)",
    )
    insert.run('a1')
    insert.run('a2')
    expect(contradictions(db, [booked()])).toEqual([
      expect.stringMatching(/^one bay for two/),
      expect.stringMatching(/^a hold that nobody ended/),
    ])
  })

  it('finds a line of the trail that was changed', () => {
    db.exec("INSERT INTO event VALUES (1, 0, 'shift.opened', 's1', 'x', '{}', 'no hash')")
    expect(contradictions(db, [])).toEqual([expect.stringMatching(/^the audit trail/)])
  })
})
