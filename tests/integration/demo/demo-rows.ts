import type { Database } from 'better-sqlite3'

type Row = Readonly<Record<string, string | number | null>>

export function rows(db: Database, sql: string): readonly Row[] {
  return db.prepare<[], Row>(sql).all()
}

interface Pending {
  readonly kind: string
  readonly state: string
  readonly hold_expires_at: number
  readonly payment_expires_at: number | null
}

/** Bookings that have not begun and are not off. */
export function pending(db: Database, now: number): readonly Pending[] {
  return db
    .prepare<[number], Pending>(
      `SELECT kind, state, hold_expires_at, payment_expires_at FROM booking
       WHERE state IN ('held', 'awaiting_payment', 'confirmed') AND starts_at > ?`,
    )
    .all(now)
}

/** Allocations that share a bay and a moment. */
export function overlaps(db: Database): readonly Row[] {
  return rows(
    db,
    `SELECT a.id, b.id AS other FROM allocation AS a JOIN allocation AS b
     ON b.resource_id = a.resource_id AND b.id > a.id AND b.busy_from < a.busy_to AND b.busy_to > a.busy_from
     WHERE a.state <> 'released' AND b.state <> 'released'`,
  )
}

/** Receipts whose number is higher and whose time is earlier than the one before, or that follow a gap. */
export function receiptsOutOfOrder(db: Database): readonly Row[] {
  return rows(
    db,
    `SELECT b.series, b.number FROM receipt AS b LEFT JOIN receipt AS a ON a.series = b.series AND a.number = b.number - 1
     WHERE b.number > 1 AND (a.number IS NULL OR a.issued_at > b.issued_at)`,
  )
}
