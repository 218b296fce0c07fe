import { BayClass } from '../../src-shared/api/fields.ts'
import type { Report } from '../../src-shared/api/report-schemas.ts'
import type { ReportQueries, StaySum } from '../store/report-rows.ts'
import { countOccupancy, totalUse, useByDay, useByWeekdayHour, type OccupancyCount } from './occupancy.ts'
import { daysOf, eachPiece, piecesOf, type Period } from './period.ts'

type Sums = Omit<StaySum, 'bayClass'>

/** How full the lot was, and the stays that ended. */
export async function usageOf(queries: ReportQueries, period: Period): Promise<Pick<Report, 'occupancy' | 'stays'>> {
  const count = await countOccupancy(queries, period)
  const rows: StaySum[] = []
  await eachPiece(piecesOf(period.from, period.to, period.timezone), async (piece) => {
    rows.push(...(await queries.stayFigures(piece)))
  })
  const bays = sum([...count.bays.values()])
  const arrivals = sum([...count.arrivals.values()])
  const all = add(rows)
  const bayDays = bays * daysOf(period).length
  return {
    occupancy: {
      bays,
      ...totalUse(count),
      by_class: BayClass.options.flatMap((bayClass) => classRow(bayClass, count, rows)),
      by_day: useByDay(count, period),
      by_weekday_hour: useByWeekdayHour(count),
    },
    stays: {
      arrivals,
      ended: all.count,
      turnover_hundredths: bayDays === 0 ? 0 : Math.round((all.count * 100) / bayDays),
      ...figures(all),
    },
  }
}

function classRow(
  bayClass: BayClass,
  count: OccupancyCount,
  rows: readonly StaySum[],
): Report['occupancy']['by_class'] {
  const own = add(rows.filter((row) => row.bayClass === bayClass))
  const use = count.byClass.get(bayClass) ?? { busy_ms: 0, capacity_ms: 0 }
  const bays = count.bays.get(bayClass) ?? 0
  // A class without bays is listed only where cars once stood on some.
  if (bays === 0 && own.count === 0 && use.busy_ms === 0) return []
  const arrivals = count.arrivals.get(bayClass) ?? 0
  return [{ bay_class: bayClass, bays, ...use, arrivals, stays: own.count, ...figures(own) }]
}

function figures({ count, lastedMs, booked, permits, overstays, lostTickets }: Sums) {
  return {
    average_stay_ms: count === 0 ? null : Math.round(lastedMs / count),
    walk_ins: count - booked,
    booked,
    permits,
    overstays,
    lost_tickets: lostTickets,
  }
}

function add(rows: readonly StaySum[]): Sums {
  return {
    count: sum(rows.map((row) => row.count)),
    lastedMs: sum(rows.map((row) => row.lastedMs)),
    booked: sum(rows.map((row) => row.booked)),
    permits: sum(rows.map((row) => row.permits)),
    overstays: sum(rows.map((row) => row.overstays)),
    lostTickets: sum(rows.map((row) => row.lostTickets)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
