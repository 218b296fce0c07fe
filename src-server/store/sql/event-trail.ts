import { hash } from 'node:crypto'
import type { Sql } from './sql.ts'
import type { ChainedRow } from '../report-rows.ts'
import type { ClockLogRow, EventQueries, TrailEndRow, Transaction } from '../store.ts'
import { columns } from './rows.ts'

const clockLog = {
  at: 'at',
  what: 'what',
  fromState: 'from_state',
  toState: 'to_state',
  epoch: 'epoch',
  wallAheadMs: 'wall_ahead_ms',
  sleptMs: 'slept_ms',
  actor: 'actor',
  reason: 'reason',
}

export function eventQueries(db: Sql): EventQueries {
  const last = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM event')
  const has = db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM event WHERE kind = ?)').pluck()
  const end = db.prepare<[], TrailEndRow>(
    `SELECT a.hash AS "first", z.seq AS "seq", z.hash AS "hash" FROM event AS z, event AS a
     WHERE z.seq = (SELECT max(seq) FROM event) AND a.seq = (SELECT min(seq) FROM event)`,
  )
  const selectLog = db.prepare<[number], ClockLogRow>(
    `SELECT ${columns(clockLog)} FROM clock_log ORDER BY seq DESC LIMIT ?`,
  )
  return {
    hasEvent: async (kind) => (await has.get(kind)) === 1,
    trailEnd: async () => end.get(),
    lastEventSeq: async () => (await last.get())?.seq ?? 0,
    clockLog: async (limit) => selectLog.all(limit),
  }
}

/**
 * The bytes of an event that its hash covers: a JSON array in a fixed order.
 * @param data the event's data as it is written down, members sorted by name
 */
function canonicalEvent(
  seq: number,
  event: Pick<ChainedRow, 'at' | 'kind' | 'subject' | 'actor'>,
  data: string,
): string {
  return JSON.stringify([seq, event.at, event.kind, event.subject, event.actor, data])
}

function canonicalData(data: Readonly<Record<string, unknown>>): string {
  const sorted: Record<string, unknown> = {}
  for (const name of Object.keys(data).sort()) sorted[name] = data[name]
  return JSON.stringify(sorted)
}

/** The hash of a link: SHA-256 over the hash before it and the event's canonical bytes, in hexadecimal. */
export function linkHash(previous: string, canonical: string): string {
  return hash('sha256', `${previous}\n${canonical}`)
}

/** The hash that a line must have which was written down behind another; its data is the text as it was written. */
export function linkOfRow(previous: string, row: Omit<ChainedRow, 'hash' | 'personal' | 'salt'>): string {
  return linkHash(previous, canonicalEvent(row.seq, row, row.data))
}

/**
 * What a line says of what it tells of a person, whose own text lies beside it: a digest that cannot be guessed without
 * the salt, which is erased with the text.
 */
export function personalDigest(salt: string, text: string): string {
  return hash('sha256', `${salt}\n${text}`)
}

/** The last line of the trail, remembered by the connection that writes it. */
export class TrailEnd {
  last: { readonly seq: number; readonly hash: string } | undefined

  forget(): void {
    this.last = undefined
  }
}

/** @param randomBytes fresh bytes for salts */
export function eventWrites(
  db: Sql,
  randomBytes: (count: number) => Uint8Array,
  end: TrailEnd = new TrailEnd(),
): Pick<Transaction, 'appendEvent' | 'appendClockLog'> {
  const last = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  const insert = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)')
  const insertPersonal = db.prepare('INSERT INTO event_personal VALUES (?, ?, ?, ?)')
  const insertLog = db.prepare(
    `INSERT INTO clock_log VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM clock_log), @at, @what, @fromState, @toState, @epoch, @wallAheadMs, @sleptMs, @actor,
     @reason)`,
  )
  return {
    async appendClockLog(row) {
      await insertLog.run(row)
    },
    async appendEvent(event) {
      const before = end.last ?? (await last.get()) ?? { seq: 0, hash: '' }
      const seq = before.seq + 1
      const personal = event.personal === undefined ? undefined : canonicalData(event.personal)
      const salt = personal === undefined ? '' : Buffer.from(randomBytes(16)).toString('hex')
      const digest = personal === undefined ? {} : { personal: personalDigest(salt, personal) }
      const data = canonicalData({ ...event.data, ...digest })
      const link = linkHash(before.hash, canonicalEvent(seq, event, data))
      await insert.run(seq, event.at, event.kind, event.subject, event.actor, data, link)
      if (personal !== undefined) await insertPersonal.run(event.at, seq, salt, personal)
      end.last = { seq, hash: link }
      return seq
    },
  }
}
