import type { Sql } from './sql.ts'
import * as v from 'valibot'
import { parseJson } from '../../../src-shared/protocol/parse.ts'
import type { ErasureLimits, PrivacyWrites } from '../privacy-rows.ts'

/** @property latest the later of the two limits */
type Due = ErasureLimits & { readonly latest: number; readonly limit: number }

/** One pass over a table whose rows hold a plate and a telephone number: which are due, and what becomes of them. */
function carRows(table: string, endedAt: string, isOver: string): { due: string; erase: string } {
  const isDue = `((plate <> '' AND ${endedAt} < @platesUntil) OR (phone IS NOT NULL AND ${endedAt} < @phonesUntil))`
  return {
    // The first two terms are those of the table's index of what is not erased yet.
    due: `SELECT id FROM ${table} WHERE ${isOver} AND (plate <> '' OR phone IS NOT NULL)
      AND ${endedAt} < @latest AND ${isDue} ORDER BY ${endedAt} LIMIT @limit`,
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

/** Where a notice names a plate: its own member of that name, or one within these. */
const CAR_MEMBERS = ['booking', 'stay', 'next'] as const
const NAMES_A_PLATE = ["body ->> 'plate'", ...CAR_MEMBERS.map((member) => `body -> '${member}' ->> 'plate'`)]
  .map((plate) => `coalesce(${plate}, '') <> ''`)
  .join(' OR ')
const NOTICES = `SELECT seq, body FROM notice WHERE at < @platesUntil AND (${NAMES_A_PLATE}) ORDER BY seq LIMIT @limit`

const Car = v.looseObject({ plate: v.optional(v.string()) })
const AboutCars = v.looseObject({ ...Car.entries, ...v.entriesFromList(CAR_MEMBERS, v.nullish(Car)) })

/** The same notice about cars without a plate. */
function withoutPlates(text: string): string {
  const body = parseJson(AboutCars, text)
  if (body === undefined) return text
  for (const car of [body, ...CAR_MEMBERS.map((member) => body[member])]) if (car?.plate !== undefined) car.plate = ''
  return JSON.stringify(body)
}

const LINES = `DELETE FROM event_personal WHERE (at, seq) IN (SELECT at, seq FROM event_personal
  WHERE at < @platesUntil ORDER BY at, seq LIMIT @limit)`

export function privacyWrites(db: Sql): PrivacyWrites {
  /** An Idempotency-Key stands beside a digest of what was asked, plate and number included: it goes with them. */
  const forgetRequests = db.prepare<[string]>('DELETE FROM request_once WHERE subject = ?')
  const pass = ({ due, erase }: { due: string; erase: string }) => {
    const find = db.prepare<[Due], string>(due).pluck()
    const change = db.prepare<[ErasureLimits & { id: string }]>(erase)
    return async (limits: Due): Promise<number> => {
      const ids = await find.all(limits)
      for (const id of ids) {
        await change.run({ ...limits, id })
        await forgetRequests.run(id)
      }
      return ids.length
    }
  }
  const bookings = pass(BOOKINGS)
  const stays = pass(STAYS)
  const waitlist = pass(WAITLIST)
  const permits = db.prepare<[Due]>(PERMITS)
  const lines = db.prepare<[Due]>(LINES)
  const findNotices = db.prepare<[Due], { seq: number; body: string }>(NOTICES)
  const setNotice = db.prepare<[string, number]>('UPDATE notice SET body = ? WHERE seq = ?')
  /** Its position stays taken, so that no other notice gets it. */
  const notices = async (limits: Due): Promise<number> => {
    const found = await findNotices.all(limits)
    for (const { seq, body } of found) await setNotice.run(withoutPlates(body), seq)
    return found.length
  }
  return {
    async erasePersonal(limits, limit) {
      const due = { ...limits, latest: Math.max(limits.platesUntil, limits.phonesUntil), limit }
      return {
        bookings: await bookings(due),
        stays: await stays(due),
        waitlist: await waitlist(due),
        permits: (await permits.run(due)).changes,
        notices: await notices(due),
        lines: (await lines.run(due)).changes,
      }
    },
  }
}
