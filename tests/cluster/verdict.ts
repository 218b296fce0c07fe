import type { Database } from 'better-sqlite3'
import { Trail } from '../support/audit-trail.ts'
import type { Visit } from './history.ts'

interface Row {
  readonly id: string
  readonly plate: string
  readonly state: string
  readonly start: number
}

/** Bookings that have a bay at one time, by their intervals alone. */
const TWICE = `SELECT a.id, b.id AS other FROM allocation AS a JOIN allocation AS b
  ON a.resource_id = b.resource_id AND a.id < b.id AND a.busy_from < b.busy_to AND b.busy_from < a.busy_to
  WHERE a.state <> 'released' AND b.state <> 'released'`
/** Holds that were over by so much, ms, before the moment that is asked about, and still stand. */
const MISSED = `SELECT id FROM booking WHERE state = 'held' AND hold_expires_at < (SELECT last_stamp FROM store_state) - 5000`

/** What in the store contradicts what customers were told; nothing, if all is well. @param db a look at the store */
export function contradictions(db: Database, history: readonly Visit[]): readonly string[] {
  const found: string[] = []
  const rows = db.prepare('SELECT id, plate, state, starts_at AS start FROM booking').all() as Row[]
  const byPlate = new Map<string, Row[]>()
  for (const row of rows) byPlate.set(row.plate, [...(byPlate.get(row.plate) ?? []), row])
  for (const visit of history) found.push(...contradictionOf(visit, byPlate.get(visit.plate) ?? []))
  for (const row of db.prepare(TWICE).all()) found.push(`one bay for two: ${JSON.stringify(row)}`)
  for (const row of db.prepare(MISSED).all()) found.push(`a hold that nobody ended: ${JSON.stringify(row)}`)
  try {
    new Trail().follow(db)
  } catch (error) {
    found.push(`the audit trail: ${error instanceof Error ? error.message : String(error)}`)
  }
  return found
}

function contradictionOf({ plate, start, outcome, afterwards }: Visit, rows: readonly Row[]): readonly string[] {
  const [row] = rows
  if (rows.length > 1) return [`${plate} is booked ${rows.length} times`]
  switch (outcome.is) {
    case 'unknown':
      return []
    case 'refused':
      return row === undefined ? [] : [`${plate} was refused (${outcome.code}) and is booked`]
    case 'booked':
      if (row === undefined) return [`${plate} was acknowledged and is not there`]
      if (row.id !== outcome.id || row.start !== Date.parse(start))
        return [`${plate} has another booking than it was told`]
      if (afterwards?.isAcknowledged !== true) return []
      return endsOf(afterwards.act).includes(row.state)
        ? []
        : [`${plate}: ${afterwards.act} was acknowledged, and it is ${row.state}`]
  }
}

/** What a booking may be after an act that was acknowledged, and whatever time has done since. */
function endsOf(act: 'confirm' | 'cancel'): readonly string[] {
  return act === 'cancel' ? ['cancelled'] : ['awaiting_payment', 'expired']
}
