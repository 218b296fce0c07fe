import type { Database } from 'better-sqlite3'
import type { AllocationRow, Ms, ResourceRow } from '../store.ts'
import { allocation } from './booking-columns.ts'
import { columns } from './rows.ts'

type Kind = ResourceRow['kind']

/**
 * Who has which bay, as the connection that writes sees it, kept in memory bay by bay: a booking looks at all bays of a
 * lot, and in SQL that costs a search for each. A bay is read from the store when it is first asked for, and again after
 * each change that is more than one row added. The database still has the last word by its triggers: what is remembered
 * wrongly could only be refused, never booked twice.
 */
export class LiveAllocations {
  readonly #bays = new Map<Kind, readonly string[]>()
  /** The live rows of a bay in order. None overlap, so they are in order of their begins and of their ends. */
  readonly #rows = new Map<string, AllocationRow[]>()
  readonly #selectBays: (kind: Kind) => readonly string[]
  readonly #selectRows: (bayId: string) => AllocationRow[]

  constructor(db: Database) {
    const bays = db.prepare<[string], string>('SELECT id FROM resource WHERE kind = ? ORDER BY position').pluck()
    const rows = db.prepare<[string], AllocationRow>(
      `SELECT ${columns(allocation)} FROM allocation WHERE resource_id = ?
       AND state IN ('held', 'confirmed', 'in_use', 'blocked') ORDER BY busy_to`,
    )
    this.#selectBays = (kind) => bays.all(kind)
    this.#selectRows = (bayId) => rows.all(bayId)
  }

  /** All that is live on bays of a kind within [from, to). */
  within(kind: Kind, from: Ms, to: Ms): readonly AllocationRow[] {
    const bays = this.#bays.get(kind) ?? this.#selectBays(kind)
    this.#bays.set(kind, bays)
    const found: AllocationRow[] = []
    for (const bayId of bays) {
      const rows = this.#of(bayId)
      for (let index = firstAfter(rows, from); index < rows.length; index += 1) {
        const row = rows[index]
        if (row === undefined || row.busyFrom >= to) break
        found.push(row)
      }
    }
    return found
  }

  /** A row was inserted. */
  add(row: AllocationRow): void {
    const rows = this.#rows.get(row.resourceId)
    if (rows !== undefined && row.state !== 'released') rows.splice(firstAfter(rows, row.busyFrom), 0, row)
  }

  /** Something else about a bay has changed. */
  forgetBay(bayId: string): void {
    this.#rows.delete(bayId)
  }

  forget(): void {
    this.#bays.clear()
    this.#rows.clear()
  }

  #of(bayId: string): AllocationRow[] {
    const known = this.#rows.get(bayId)
    if (known !== undefined) return known
    const rows = this.#selectRows(bayId)
    this.#rows.set(bayId, rows)
    return rows
  }
}

/** The position of the first row that ends after an instant; the number of rows where none does. */
function firstAfter(rows: readonly AllocationRow[], at: Ms): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.busyTo ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}
