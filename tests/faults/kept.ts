import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { Trail } from '../support/audit-trail.ts'
import { same } from '../support/same.ts'
import { overlaps, rows } from '../support/store-look.ts'
import type { Customers, Promised } from './customers.ts'

interface Kept {
  readonly id: string
  readonly plate: string
  readonly state: string
}

/** States that a booking may be in after what was acknowledged of it; time goes on, so holds and payments may lapse. */
const after: Readonly<Record<Promised['last'], readonly string[]>> = {
  booked: ['held', 'awaiting_payment', 'expired', 'cancelled'],
  confirmed: ['awaiting_payment', 'expired', 'cancelled'],
  cancelled: ['cancelled'],
}

/** Holds the store, as it lies on the disk, against what customers were told. @throws Error with what is amiss */
export function expectKept(db: Database, { promised, refused }: Customers, trail: Trail, name: string): void {
  const kept = rows<Kept>(db, 'SELECT id, plate, state FROM booking WHERE plate LIKE ?', `${name}%`)
  same('the number of bookings', kept.length, promised.size)
  for (const { id, plate, state } of kept) {
    const one = promised.get(plate)
    if (one === undefined) {
      throw new Error(`${plate} is booked, and was ${refused.has(plate) ? 'refused' : 'never answered'}`)
    }
    same(`the booking of ${plate}`, id, one.id)
    if (!after[one.last].includes(state)) throw new Error(`${plate} is ${state} after it was ${one.last}`)
  }
  same('bays that two have at one time', overlaps(db), 0)
  trail.follow(db)
}

/** What takes longer, once all is over. */
export function expectSound(db: Database, trail: Trail): void {
  same('the file', db.pragma('integrity_check', { simple: true }), 'ok')
  same('rows that point nowhere', db.pragma('foreign_key_check'), [])
  trail.verify(db)
}

/** Reads the store past the server, which may run meanwhile: all of it as it is at one moment. */
export function look<T>(dataDir: string, at: (db: Database) => T): T {
  const db = new BetterSqlite3(join(dataDir, 'kerbside.sqlite'), { readonly: true })
  try {
    db.exec('BEGIN')
    return at(db)
  } finally {
    db.close()
  }
}
