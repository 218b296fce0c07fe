import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { eventWrites } from '../../../src-server/store/sql/event-trail.ts'
import { memoryStore } from './memory-store.ts'
import { sqliteSql } from '../../../src-server/store/sqlite/sqlite-sql.ts'

interface EventRow {
  seq: number
  at: number
  kind: string
  subject: string
  actor: string
  data: string
  hash: string
}

const salt = (count: number) => new Uint8Array(count).fill(7)

/** The chain as an auditor would work it out from the rows alone, without the product's code. */
function firstBrokenLink(db: Database): number | undefined {
  let previous = ''
  for (const row of db.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').all()) {
    const bytes = JSON.stringify([row.seq, row.at, row.kind, row.subject, row.actor, row.data])
    const hash = createHash('sha256').update(`${previous}\n${bytes}`).digest('hex')
    if (hash !== row.hash) return row.seq
    previous = hash
  }
  return undefined
}

describe('the audit trail', () => {
  let db: Database
  beforeEach(async () => {
    db = memoryStore()
    await write(db)
  })

  async function write(store: Database): Promise<number[]> {
    const { appendEvent } = eventWrites(sqliteSql(store), salt)
    const line = { at: 1764938722000, kind: 'booking.held', subject: 'b1', actor: 'kiosk:open' } as const
    return [
      await appendEvent({ ...line, data: { price_minor: 25_000, currency: 'INR' } }),
      await appendEvent({ ...line, at: line.at + 1, data: { note: 'ä "quoted"', none: null, yes: true } }),
      await appendEvent({ ...line, at: line.at + 2, data: {} }),
    ]
  }

  it('counts its lines from one', async () => expect(await write(memoryStore())).toEqual([1, 2, 3]))

  it('is a chain that anybody can work out again from its rows', () => {
    expect(firstBrokenLink(db)).toBeUndefined()
    const first = db.prepare<[], EventRow>('SELECT * FROM event WHERE seq = 1').get()
    expect(first?.data).toBe('{"currency":"INR","price_minor":25000}')
    // sha256 of "\n" and the line, worked out with coreutils' sha256sum.
    expect(first?.hash).toBe('823a29be686da86558e337600e0b66657f8ca73fe94a20ef7589ff0e8a02236b')
  })

  it('writes the members of a line in one order, so that the same line has one hash', async () => {
    const other = memoryStore()
    const line = { at: 1764938722000, kind: 'booking.held', subject: 'b1', actor: 'kiosk:open' } as const
    await eventWrites(sqliteSql(other), salt).appendEvent({ ...line, data: { currency: 'INR', price_minor: 25_000 } })
    const hashOf = (store: Database) => store.prepare('SELECT hash FROM event WHERE seq = 1').pluck().get()
    expect(hashOf(other)).toBe(hashOf(db))
  })

  it.each([
    "UPDATE event SET data = '{}' WHERE seq = 1",
    'UPDATE event SET seq = 9 WHERE seq = 3',
    'DELETE FROM event WHERE seq = 3',
    'DELETE FROM event',
    "INSERT OR REPLACE INTO event VALUES (1, 0, 'k', 's', 'a', '{}', 'h')",
    'REPLACE INTO event SELECT seq, at + 1, kind, subject, actor, data, hash FROM event WHERE seq = 2',
    "INSERT INTO event VALUES (3, 0, 'k', 's', 'a', '{}', 'h') ON CONFLICT DO UPDATE SET kind = 'changed'",
  ])('refuses %s', (sql) => {
    const before = db.prepare('SELECT * FROM event').all()
    expect(() => db.exec(sql)).toThrow(/^event rows are never (changed|deleted|replaced)$/)
    expect(db.prepare('SELECT * FROM event').all()).toEqual(before)
  })

  it('shows where somebody changed it who went around the triggers', () => {
    db.exec('DROP TRIGGER event_is_never_changed')
    db.exec(`UPDATE event SET data = '{"note":"nothing"}' WHERE seq = 2`)
    expect(firstBrokenLink(db)).toBe(2)
  })
})
