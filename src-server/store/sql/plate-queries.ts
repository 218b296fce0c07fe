import type { PermitRow } from '../car-park-rows.ts'
import type { PlateQueries } from '../plate-rows.ts'
import { columns } from './rows.ts'
import type { Sql } from './sql.ts'
import { permit } from './tariff-queries.ts'

/** After every character that a plate can have. */
const AFTER_ALL = '\u{10FFFF}'

/** A plate has no more ends than this, so that among as many rows there are enough plates. */
const MOST_PARTS = 11

export function plateQueries(db: Sql): PlateQueries {
  const byPart = db
    .prepare<[string, string, number], string>(
      'SELECT plate FROM plate_part WHERE part >= ? AND part < ? ORDER BY part LIMIT ?',
    )
    .pluck()
  const bookings = db
    .prepare<[string, number], string>('SELECT id FROM booking WHERE plate = ? ORDER BY starts_at DESC LIMIT ?')
    .pluck()
  const permits = db.prepare<[string, number], PermitRow>(
    `SELECT ${columns(permit)} FROM permit WHERE plate = ? ORDER BY valid_to DESC LIMIT ?`,
  )
  return {
    async platesWith(part, most) {
      const plates = await byPart.all(part, `${part}${AFTER_ALL}`, most * MOST_PARTS)
      return [...new Set(plates)].slice(0, most)
    },
    newestBookingsOf: async (plate, most) => bookings.all(plate, most),
    newestPermitsOf: async (plate, most) => permits.all(plate, most),
  }
}
