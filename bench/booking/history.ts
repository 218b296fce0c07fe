import { openStoreFile } from './site.ts'

const DAY_MS = 86_400_000

/**
 * Plants bookings of the year before, all of them over, spread over the days and bays of a prepared store.
 * @param now ms since the epoch
 */
export function plantHistory(dataDir: string, bookings: number, now: number): void {
  const db = openStoreFile(dataDir)
  db.pragma('synchronous = OFF')
  // By arithmetic and not by chance: each has a bay of its own at its time, so that no two overlap.
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @bookings),
    bay (id, k) AS (SELECT id, row_number() OVER (ORDER BY position) - 1 FROM resource WHERE kind = 'bay'),
    past AS (SELECT i, bay.id AS bay, CAST(@now - @year + i * (@year / @bookings) AS INTEGER) AS at
      FROM n JOIN bay ON bay.k = i % CAST(@bays AS INTEGER))`
  const bays = db.prepare("SELECT count(*) FROM resource WHERE kind = 'bay'").pluck().get() as number
  const values = { bookings, bays, now, year: 365 * DAY_MS }
  db.exec('BEGIN')
  db.prepare(
    `${numbers} INSERT INTO booking (id, reference, kind, state, resource_id, starts_at, ends_at, plate, price_minor,
       currency, created_at, made_by, bay_class)
     SELECT 'past-' || i, 'H-' || i, 'parking', 'completed', bay, at, at + 600000, 'KL' || (i % 50000), 4000,
       'INR', at - 3600000, 'device:past', 'car' FROM past`,
  ).run(values)
  db.prepare(
    `${numbers} INSERT INTO allocation (id, resource_id, booking_id, state, busy_from, busy_to)
     SELECT 'past-' || i, bay, 'past-' || i, 'released', at, at + 600000 FROM past`,
  ).run(values)
  db.exec('COMMIT')
  db.close()
}
