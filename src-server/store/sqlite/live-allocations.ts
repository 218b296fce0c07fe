import type { Database } from 'better-sqlite3'
import type { AllocationRow, Gap, Ms, ResourceRow } from '../store.ts'
import { allocation } from '../sql/booking-columns.ts'
import type { BayKeeper } from '../sql/booking-writes.ts'
import { columns } from '../sql/rows.ts'
import type { Awaitable } from '../sql/sql.ts'

type Kind = ResourceRow['kind']

/** The live rows of a bay in order. None overlap, so they are in order of their begins and of their ends. */
interface Lane {
  readonly rows: AllocationRow[]
  /** Their begins and ends by themselves: a search that runs through an array of numbers reads nothing else. */
  readonly begins: Ms[]
  readonly ends: Ms[]
}

const NEVER_TAKEN: Gap = { from: -Infinity, to: Infinity }

/**
 * Who has which bay, as the connection that writes sees it, kept in memory bay by bay: a booking looks at all bays of a
 * lot, and in SQL that costs a search for each. A bay is read from the store when it is first asked for, and again after
 * each change that is more than one row added. The database still has the last word by its triggers: what is remembered
 * wrongly could only be refused, never booked twice.
 */
export class LiveAllocations implements BayKeeper {
  readonly #bays = new Map<Kind, readonly string[]>()
  readonly #lanes = new Map<string, Lane>()
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
      const { rows, ends } = this.#of(bayId)
      for (let index = firstAfter(ends, from); index < rows.length; index += 1) {
        const row = rows[index]
        if (row === undefined || row.busyFrom >= to) break
        found.push(row)
      }
    }
    return found
  }

  /** For each bay, how long it is free around [from, to); see `Transaction.gapsAround`. */
  gapsAround(bayIds: readonly string[], from: Ms, to: Ms, reachMs: number): readonly (Gap | undefined)[] {
    return bayIds.map((bayId) => {
      const { begins, ends } = this.#of(bayId)
      const next = firstAfter(ends, from)
      const before = ends[next - 1] ?? -Infinity
      const after = begins[next] ?? Infinity
      if (after < to) return undefined
      const [isBefore, isAfter] = [before > from - reachMs, after < to + reachMs]
      if (!isBefore && !isAfter) return NEVER_TAKEN
      return { from: isBefore ? before : -Infinity, to: isAfter ? after : Infinity }
    })
  }

  /** A row was inserted. */
  add(row: AllocationRow): void {
    const lane = this.#lanes.get(row.resourceId)
    if (lane === undefined || row.state === 'released') return
    const place = firstAfter(lane.ends, row.busyFrom)
    lane.rows.splice(place, 0, row)
    lane.begins.splice(place, 0, row.busyFrom)
    lane.ends.splice(place, 0, row.busyTo)
  }

  /** Something else about a bay has changed. */
  forgetBay(bayId: string): void {
    this.#lanes.delete(bayId)
  }

  /** The triggers on allocations have one thing to say, and SQLite takes back no more than the statement. */
  async unlessTaken(write: () => Awaitable<unknown>): Promise<boolean> {
    try {
      await write()
      return true
    } catch (error) {
      if (error instanceof Error && error.message === 'allocation_overlap') return false
      throw error
    }
  }

  forget(): void {
    this.#bays.clear()
    this.#lanes.clear()
  }

  #of(bayId: string): Lane {
    const known = this.#lanes.get(bayId)
    if (known !== undefined) return known
    const rows = this.#selectRows(bayId)
    const lane = { rows, begins: rows.map(({ busyFrom }) => busyFrom), ends: rows.map(({ busyTo }) => busyTo) }
    this.#lanes.set(bayId, lane)
    return lane
  }
}

/** The position of the first end that is after an instant; the number of ends where none is. */
function firstAfter(ends: readonly Ms[], at: Ms): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}
