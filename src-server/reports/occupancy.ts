import type { BayClass } from '../../src-shared/api/fields.ts'
import type { Report } from '../../src-shared/api/report-schemas.ts'
import type { CarSum, Piece, ReportQueries } from '../store/report-rows.ts'
import { dateOfLocalDay, daysOf, eachPiece, HOUR, piecesOf, weekdayOfLocalDay, type Period } from './period.ts'

interface Use {
  busy_ms: number
  capacity_ms: number
}

/** How full the bays were. Hours are hours of the site's clock. */
export interface OccupancyCount {
  readonly bays: ReadonlyMap<BayClass, number>
  readonly byClass: ReadonlyMap<BayClass, Use>
  readonly arrivals: ReadonlyMap<BayClass, number>
  readonly byLocalHour: ReadonlyMap<number, Use>
}

/**
 * Counts how long bays were in use. Within an hour that N cars begin with, the time in use is
 * N · hour + Σ (end − entry) − Σ (end − exit), so it takes sums of entries and exits only, never the stays one by one.
 * The future is left out. Bays count as they are today, for nobody writes down when one was retired.
 */
export async function countOccupancy(queries: ReportQueries, period: Period): Promise<OccupancyCount> {
  const bays = new Map((await queries.bayCounts()).map(({ bayClass, count }) => [bayClass, count]))
  const count = new Counter(bays)
  for (const { bayClass, count: cars } of await queries.carsAt(period.from)) count.parked.set(bayClass, cars)
  const end = Math.min(period.to, Math.floor(period.now))
  await eachPiece(piecesOf(period.from, end, period.timezone), async (piece) => {
    count.add(piece, await queries.carsThatCame(piece), await queries.carsThatWent(piece))
  })
  return count
}

class Counter implements OccupancyCount {
  readonly byClass = new Map<BayClass, Use>()
  readonly arrivals = new Map<BayClass, number>()
  readonly byLocalHour = new Map<number, Use>()
  readonly parked = new Map<BayClass, number>()
  readonly bays: ReadonlyMap<BayClass, number>

  constructor(bays: ReadonlyMap<BayClass, number>) {
    this.bays = bays
  }

  add(piece: Piece, came: readonly CarSum[], went: readonly CarSum[]): void {
    const { from, to, offsetMs } = piece
    const classes = new Set([...this.bays.keys(), ...this.parked.keys(), ...came.map(({ bayClass }) => bayClass)])
    const entries = new Map(came.map((row) => [`${row.localHour} ${row.bayClass}`, row]))
    const exits = new Map(went.map((row) => [`${row.localHour} ${row.bayClass}`, row]))
    for (let hour = Math.floor((from + offsetMs) / HOUR); hour * HOUR - offsetMs < to; hour += 1) {
      const start = Math.max(from, hour * HOUR - offsetMs)
      const end = Math.min(to, (hour + 1) * HOUR - offsetMs)
      for (const bayClass of classes) {
        const key = `${hour} ${bayClass}`
        this.#addHour(hour, bayClass, { start, end, from }, entries.get(key), exits.get(key))
      }
    }
  }

  #addHour(
    hour: number,
    bayClass: BayClass,
    { start, end, from }: { start: number; end: number; from: number },
    entry: CarSum | undefined,
    exit: CarSum | undefined,
  ): void {
    const cars = this.parked.get(bayClass) ?? 0
    const untilEnd = (sum: CarSum | undefined) => (sum === undefined ? 0 : sum.count * (end - from) - sum.sinceFromMs)
    const busy = cars * (end - start) + untilEnd(entry) - untilEnd(exit)
    const capacity = (this.bays.get(bayClass) ?? 0) * (end - start)
    for (const use of [useAt(this.byClass, bayClass), useAt(this.byLocalHour, hour)]) {
      use.busy_ms += busy
      use.capacity_ms += capacity
    }
    this.parked.set(bayClass, cars + (entry?.count ?? 0) - (exit?.count ?? 0))
    this.arrivals.set(bayClass, (this.arrivals.get(bayClass) ?? 0) + (entry?.count ?? 0))
  }
}

function useAt<K>(map: Map<K, Use>, key: K): Use {
  const known = map.get(key)
  if (known !== undefined) return known
  const fresh = { busy_ms: 0, capacity_ms: 0 }
  map.set(key, fresh)
  return fresh
}

export function totalUse({ byClass }: OccupancyCount): Use {
  const total = { busy_ms: 0, capacity_ms: 0 }
  for (const use of byClass.values()) addUse(total, use)
  return total
}

function addUse(total: Use, use: Use): void {
  total.busy_ms += use.busy_ms
  total.capacity_ms += use.capacity_ms
}

export function useByDay(count: OccupancyCount, period: Period): Report['occupancy']['by_day'] {
  const days = new Map(
    daysOf(period).map((date) => [
      date,
      { date, busy_ms: 0, capacity_ms: 0, peak_hour: null as number | null, peak_busy_ms: 0, peak_capacity_ms: 0 },
    ]),
  )
  for (const [localHour, use] of count.byLocalHour) {
    const day = days.get(dateOfLocalDay(Math.floor(localHour / 24)))
    if (day === undefined) continue
    addUse(day, use)
    // An hour of a clock change is longer or shorter: shares are compared, without dividing.
    if (use.busy_ms * day.peak_capacity_ms > day.peak_busy_ms * use.capacity_ms || day.peak_hour === null) {
      if (use.busy_ms === 0) continue
      Object.assign(day, { peak_hour: localHour % 24, peak_busy_ms: use.busy_ms, peak_capacity_ms: use.capacity_ms })
    }
  }
  return [...days.values()]
}

export function useByWeekdayHour({ byLocalHour }: OccupancyCount): Report['occupancy']['by_weekday_hour'] {
  const cells = Array.from({ length: 7 * 24 }, (_, index) => ({
    weekday: Math.floor(index / 24) + 1,
    hour: index % 24,
    busy_ms: 0,
    capacity_ms: 0,
  }))
  for (const [localHour, use] of byLocalHour) {
    const weekday = weekdayOfLocalDay(Math.floor(localHour / 24))
    const cell = cells[(weekday - 1) * 24 + (localHour % 24)]
    if (cell !== undefined) addUse(cell, use)
  }
  return cells
}
