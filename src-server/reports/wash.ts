import type { LostOutcome, Report } from '../../src-shared/api/report-schemas.ts'
import type { LostSum, ReportQueries, WashSum } from '../store/report-rows.ts'
import { dateOfLocalDay, daysOf, eachPiece, piecesOf, type Period } from './period.ts'

/** The washes that were finished, and the bookings of both kinds that came to nothing. */
export async function washAndLost(queries: ReportQueries, period: Period): Promise<Pick<Report, 'wash' | 'lost'>> {
  const washes: WashSum[] = []
  const lost: LostSum[] = []
  await eachPiece(piecesOf(period.from, period.to, period.timezone), async (piece) => {
    washes.push(...(await queries.washFigures(piece)))
    lost.push(...(await queries.lostBookings(piece)))
  })
  return { wash: washOf(washes, lost, period), lost: lostOf(lost) }
}

function washOf(washes: readonly WashSum[], lost: readonly LostSum[], period: Period): Report['wash'] {
  const finished = new Map<string, number>()
  for (const { localDay, count } of washes) {
    const date = dateOfLocalDay(localDay)
    finished.set(date, (finished.get(date) ?? 0) + count)
  }
  const names = [...washes, ...lost].flatMap(({ serviceName }) => (serviceName === null ? [] : [serviceName]))
  return {
    ...figures(washes),
    by_day: daysOf(period).map((date) => ({ date, finished: finished.get(date) ?? 0 })),
    by_service: [...new Set(names)].sort().map((service) => {
      const gone = (outcomes: readonly LostOutcome[]) =>
        total(
          lost.filter((row) => row.serviceName === service && outcomes.includes(row.outcome)),
          'count',
        )
      return {
        service,
        ...figures(washes.filter(({ serviceName }) => serviceName === service)),
        no_shows: gone(['no_show']),
        cancelled: gone(['cancelled']),
        expired: gone(['expired_hold', 'expired_payment']),
      }
    }),
  }
}

function figures(washes: readonly WashSum[]) {
  const mean = (sum: 'workedMs' | 'plannedMs' | 'waitedMs', of: 'timed' | 'waited') => {
    const count = total(washes, of)
    return count === 0 ? null : Math.round(total(washes, sum) / count)
  }
  return {
    finished: total(washes, 'count'),
    average_ms: mean('workedMs', 'timed'),
    planned_ms: mean('plannedMs', 'timed'),
    waiting_ms: mean('waitedMs', 'waited'),
  }
}

const outcomes = ['no_show', 'expired_payment', 'expired_hold', 'cancelled'] as const

function lostOf(lost: readonly LostSum[]): Report['lost'] {
  return (['parking', 'wash'] as const).flatMap((kind) =>
    outcomes.map((outcome) => {
      const rows = lost.filter((row) => row.service === kind && row.outcome === outcome)
      return { kind, outcome, count: total(rows, 'count'), price_minor: total(rows, 'priceMinor') }
    }),
  )
}

function total<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
