import type { Database, Statement } from 'better-sqlite3'
import type { ErasureLimits, PrivacyWrites } from '../privacy-rows.ts'

type Due = ErasureLimits & { readonly limit: number }

/** One pass over a table whose rows hold a plate and a telephone number: which are due, and what becomes of them. */
function carRows(table: string, endedAt: string, isOver: string): { due: string; erase: string } {
  const isDue = `((plate <> '' AND ${endedAt} < @platesUntil) OR (phone IS NOT NULL AND ${endedAt} < @phonesUntil))`
  return {
    // The first two terms are those of the table's index of what is not erased yet.
    due: `SELECT id FROM ${table} WHERE ${isOver} AND (plate <> '' OR phone IS NOT NULL)
      AND ${endedAt} < max(@platesUntil, @phonesUntil) AND ${isDue} ORDER BY ${endedAt} LIMIT @limit`,
    erase: `UPDATE ${table} SET plate = CASE WHEN ${endedAt} < @platesUntil THEN '' ELSE plate END,
      phone = CASE WHEN ${endedAt} < @phonesUntil THEN NULL ELSE phone END WHERE id = @id`,
  }
}

/** A car whose booking says that it is in the car park is there until its stay has ended. */
const BOOKINGS = carRows('booking', 'ends_at', "NOT (kind = 'parking' AND state = 'checked_in')")
const STAYS = carRows('stay', 'coalesce(exited_at, entered_at)', "state <> 'parked'")
const WAITLIST = carRows('waitlist', 'closed_at', 'closed_at IS NOT NULL')

const PERMITS = `UPDATE permit SET plate = '', holder = '' WHERE id IN (SELECT id FROM permit
  WHERE valid_to < @platesUntil AND plate <> '' ORDER BY valid_to LIMIT @limit)`

/** Wherever a notice names a plate. Its position stays taken, so that no other notice gets it. */
const PLAIN_NOTICE = `json_replace(body, '$.plate', '', '$.booking.plate', '', '$.stay.plate', '', '$.next.plate', '')`
const NOTICES = `UPDATE notice SET body = ${PLAIN_NOTICE} WHERE seq IN (SELECT seq FROM notice
  WHERE at < @platesUntil AND body <> ${PLAIN_NOTICE} ORDER BY seq LIMIT @limit)`

const LINES = `DELETE FROM event_personal WHERE (at, seq) IN (SELECT at, seq FROM event_personal
  WHERE at < @platesUntil ORDER BY at, seq LIMIT @limit)`

export function privacyWrites(db: Database): PrivacyWrites {
  /** An Idempotency-Key stands beside a digest of what was asked, plate and number included: it goes with them. */
  const forgetRequests = db.prepare<[string]>('DELETE FROM request_once WHERE subject = ?')
  const pass = ({ due, erase }: { due: string; erase: string }) => {
    const find = db.prepare<[Due], string>(due).pluck()
    const change = db.prepare<[ErasureLimits & { id: string }]>(erase)
    return (limits: Due): number => {
      const ids = find.all(limits)
      for (const id of ids) {
        change.run({ ...limits, id })
        forgetRequests.run(id)
      }
      return ids.length
    }
  }
  const bookings = pass(BOOKINGS)
  const stays = pass(STAYS)
  const waitlist = pass(WAITLIST)
  const [permits, notices, lines] = [PERMITS, NOTICES, LINES].map((sql) => db.prepare<[Due]>(sql)) as [
    Statement<[Due]>,
    Statement<[Due]>,
    Statement<[Due]>,
  ]
  return {
    async erasePersonal(limits, limit) {
      const due = { ...limits, limit }
      return {
        bookings: bookings(due),
        stays: stays(due),
        waitlist: waitlist(due),
        permits: permits.run(due).changes,
        notices: notices.run(due).changes,
        lines: lines.run(due).changes,
      }
    },
  }
}
