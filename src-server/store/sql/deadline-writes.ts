import type { Sql } from './sql.ts'
import type { Transaction } from '../store.ts'

/** What runs out is a span of time from when it began, so it moves with the clock that it was begun by. */
const moves = [
  `UPDATE booking SET hold_expires_at = hold_expires_at + @byMs WHERE state = 'held' AND created_at >= @since`,
  // The time to pay began when the payment did, which may be by another clock than the hold.
  `UPDATE booking SET payment_expires_at = payment_expires_at + @byMs WHERE state = 'awaiting_payment'
     AND EXISTS (SELECT 1 FROM payment AS p
       WHERE p.booking_id = booking.id AND p.state IN ('due', 'pending') AND p.created_at >= @since)`,
  `UPDATE payment SET expires_at = expires_at + @byMs WHERE state IN ('due', 'pending') AND created_at >= @since`,
  'UPDATE quote SET expires_at = expires_at + @byMs WHERE created_at >= @since',
  `UPDATE session SET created_at = created_at + @byMs, seen_at = seen_at + @byMs, expires_at = expires_at + @byMs
   WHERE created_at >= @since`,
  // The washes under way, so that what has been worked on for ten minutes has still been worked on for ten.
  ...['queued_at', 'started_at', 'finished_at', 'ready_at'].map(
    (column) =>
      `UPDATE wash_job SET ${column} = ${column} + @byMs
       WHERE state IN ('queued', 'in_progress', 'quality_check', 'ready') AND ${column} >= @since`,
  ),
  // Cars that are here keep the length of their stay. An entry that somebody has put right by hand is right already.
  `UPDATE stay SET recorded_entered_at = recorded_entered_at + @byMs,
     entered_at = CASE entered_at WHEN recorded_entered_at THEN entered_at + @byMs ELSE entered_at END
   WHERE state = 'parked' AND recorded_entered_at >= @since`,
  ...['created_at', 'offered_at'].map(
    (column) => `UPDATE waitlist SET ${column} = ${column} + @byMs
       WHERE state IN ('waiting', 'offered') AND ${column} >= @since`,
  ),
  'UPDATE device SET seen_at = seen_at + @byMs WHERE seen_at >= @since',
  'UPDATE help_call SET called_at = called_at + @byMs WHERE taken_at IS NULL AND called_at >= @since',
  // Good for two minutes only: a new one is sooner made than this one explained.
  'DELETE FROM pairing_code',
]

export function deadlineWrites(db: Sql): Pick<Transaction, 'moveDeadlines' | 'moveSessions'> {
  const epochStart = db.prepare<[number], number | null>('SELECT min(at) FROM clock_log WHERE epoch = ?').pluck()
  const sessions = db.prepare<[{ byMs: number }]>(
    'UPDATE session SET seen_at = seen_at + @byMs, expires_at = expires_at + @byMs',
  )
  const statements = moves.map((sql) => db.prepare(sql))
  return {
    async moveSessions(byMs) {
      await sessions.run({ byMs })
    },
    async moveDeadlines(byMs, epoch) {
      const since = (await epochStart.get(epoch)) ?? null
      if (since === null) return
      for (const statement of statements) await statement.run({ byMs: Math.round(byMs), since })
    },
  }
}
