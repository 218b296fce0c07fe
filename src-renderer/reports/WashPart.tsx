import { useMemo } from 'react'
import type { Report } from '../../src-shared/api/report-schemas.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { BarPicture, Chart, TableBox } from './Chart.tsx'
import { averageLength, moneyIn, mostOf, told } from './figures.ts'
import { Part } from './Part.tsx'

const columns = [
  'service',
  'finished',
  'averageMinutes',
  'plannedMinutes',
  'waitingMinutes',
  'noShows',
  'cancelled',
  'expired',
] as const

interface PartProps {
  readonly report: Report
  /** As many days right before; undefined while they are not known. */
  readonly before: Report | undefined
}

/** The washes of the period, and the bookings of both kinds that nothing came of. */
export function WashPart({ report, before }: PartProps) {
  const t = useT()
  const { wash, lost, period, currency } = report
  const money = moneyIn(currency, t)
  const long = (ms: number | null) => (ms === null ? '–' : averageLength(ms, t))
  return (
    <Part id="wash" title={t('report.part.wash')}>
      <div className="charts">
        <ByDay report={report} before={before} />
        <TableBox
          table="lost_bookings"
          days={period}
          columns={(['kind', 'count', 'price'] as const).map((column) => t(`report.column.${column}`))}
          rows={lost.map((row) => [
            `${t(`report.kind.${row.kind}`)}: ${t(`report.outcome.${row.outcome}`)}`,
            String(row.count),
            money(row.price_minor),
          ])}
        />
      </div>
      <TableBox
        table="wash_by_service"
        days={period}
        columns={columns.map((column) => t(`report.column.${column}`))}
        rows={wash.by_service.map((row) => [
          row.service,
          String(row.finished),
          long(row.average_ms),
          long(row.planned_ms),
          long(row.waiting_ms),
          String(row.no_shows),
          String(row.cancelled),
          String(row.expired),
        ])}
      />
    </Part>
  )
}

function ByDay({ report: { wash, period }, before: earlier }: PartProps) {
  const t = useT()
  const day = (date: string) => formatCalendarDate(date, t.language)
  const names = useMemo(() => wash.by_day.map(({ date }) => formatCalendarDate(date, t.language)), [wash, t.language])
  const heights = useMemo(() => wash.by_day.map(({ finished }) => finished), [wash])
  const before = useMemo(() => earlier?.wash.by_day.map(({ finished }) => finished), [earlier])
  const best = mostOf(wash.by_day, ({ finished }) => finished)
  return (
    <Chart
      table="wash_by_day"
      days={period}
      picture={best && <BarPicture {...{ names, heights, before }} format={String} step={1} />}
      summary={
        best === undefined
          ? t('report.chart.washNone')
          : t('report.chart.washByDay', { total: wash.finished, day: day(best.date), most: best.finished })
      }
      columns={(['date', 'finished', 'finishedBefore'] as const).map((column) => t(`report.column.${column}`))}
      rows={wash.by_day.map((row, index) => [day(row.date), String(row.finished), told(before?.[index], String)])}
    />
  )
}
