import { linkOfRow } from '../../src-server/store/sql/event-trail.ts'
import { openStoreFile } from '../booking/site.ts'

const KINDS = ['booking.held', 'booking.confirmed', 'booking.completed'] as const

/** Goes on with a store's trail by lines that tell of planted bookings, so many for each of them. */
export function plantTrail(dataDir: string, bookings: number, linesEach: number): void {
  const db = openStoreFile(dataDir)
  db.pragma('synchronous = OFF')
  const end = 'SELECT seq, at, hash FROM event ORDER BY seq DESC LIMIT 1'
  let { seq, at, hash } = db.prepare<[], { seq: number; at: number; hash: string }>(end).get() ?? {
    seq: 0,
    at: 0,
    hash: '',
  }
  const insert = db.prepare(
    `INSERT INTO event (seq, at, kind, subject, actor, data, hash)
     VALUES (@seq, @at, @kind, @subject, @actor, @data, @hash)`,
  )
  db.transaction(() => {
    for (let n = 0; n < bookings * linesEach; n += 1) {
      const kind = KINDS[n % KINDS.length] ?? KINDS[0]
      seq += 1
      at += 1
      const line = { seq, at, kind, subject: `past-${Math.floor(n / linesEach)}`, actor: 'device:past', data: '{}' }
      hash = linkOfRow(hash, line)
      insert.run({ ...line, hash })
    }
  })()
  db.close()
}
