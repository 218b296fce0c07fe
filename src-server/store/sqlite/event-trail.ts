import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { EventInput, EventQueries, Transaction } from '../store.ts'

export function eventQueries(db: Database): EventQueries {
  const last = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM event')
  return { lastEventSeq: async () => last.get()?.seq ?? 0 }
}

/** The bytes of an event that its hash covers: a JSON array in a fixed order, members of `data` sorted by name. */
export function canonicalEvent(seq: number, event: EventInput): string {
  return JSON.stringify([seq, event.at, event.kind, event.subject, event.actor, canonicalData(event.data)])
}

function canonicalData(data: EventInput['data']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** The hash of a link: SHA-256 over the hash before it and the event's canonical bytes, in hexadecimal. */
export function linkHash(previous: string, canonical: string): string {
  return createHash('sha256').update(previous).update('\n').update(canonical).digest('hex')
}

export function eventWrites(db: Database): Pick<Transaction, 'appendEvent'> {
  const last = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  const insert = db.prepare('INSERT INTO event VALUES (@seq, @at, @kind, @subject, @actor, @data, @hash)')
  return {
    async appendEvent(event) {
      const before = last.get() ?? { seq: 0, hash: '' }
      const seq = before.seq + 1
      const hash = linkHash(before.hash, canonicalEvent(seq, event))
      insert.run({ ...event, seq, data: canonicalData(event.data), hash })
      return seq
    },
  }
}
