import type { Database } from 'better-sqlite3'
import type { Transaction } from '../store.ts'

/** What runs out is a span of time from when it began, so it moves with the clock that it was begun by. */
const moves = [
  `UPDATE booking SET hold_expires_at = hold_expires_at + @byMs, payment_expires_at = payment_expires_at + @byMs
   WHERE state IN ('held', 'awaiting_payment') AND created_at >= @since`,
  `UPDATE payment SET expires_at = expires_at + @byMs WHERE state IN ('due', 'pending') AND created_at >= @since`,
  'UPDATE quote SET expires_at = expires_at + @byMs WHERE created_at >= @since',
  `UPDATE session SET created_at = created_at + @byMs, seen_at = seen_at + @byMs, expires_at = expires_at + @byMs
   WHERE created_at >= @since`,
  'UPDATE device SET seen_at = seen_at + @byMs WHERE seen_at >= @since',
  // Good for two minutes only: a new one is sooner made than this one explained.
  'DELETE FROM pairing_code',
]

export function deadlineWrites(db: Database): Pick<Transaction, 'moveDeadlines'> {
  const epochStart = db.prepare<[number], number | null>('SELECT min(at) FROM clock_log WHERE epoch = ?').pluck()
  const statements = moves.map((sql) => db.prepare(sql))
  return {
    async moveDeadlines(byMs, epoch) {
      const since = epochStart.get(epoch) ?? null
      if (since === null) return
      for (const statement of statements) statement.run({ byMs: Math.round(byMs), since })
    },
  }
}
