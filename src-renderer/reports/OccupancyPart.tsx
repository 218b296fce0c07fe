import { useMemo } from 'react'
import type { Report } from '../../src-shared/api/report-schemas.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { BarPicture, Chart, TableBox } from './Chart.tsx'
import { hourName, averageLength, mostOf, percentOf, told } from './figures.ts'
import { HeatTable } from './HeatTable.tsx'
import { Part } from './Part.tsx'

interface PartProps {
  readonly report: Report
  /** As many days right before; undefined while they are not known. */
  readonly before: Report | undefined
}

export function OccupancyPart({ report, before }: PartProps) {
  const t = useT()
  const { walk_ins: walkIns, booked, overstays } = report.stays
  return (
    <Part id="occupancy" title={t('report.part.occupancy')}>
      <p>{t('report.stays.summary', { walkIns, booked, overstays })}</p>
      <div className="charts">
        <ByDay report={report} before={before} />
        <HeatTable report={report} />
      </div>
      <ByClass report={report} />
    </Part>
  )
}

function ByDay({ report: { occupancy, period }, before: earlier }: PartProps) {
  const t = useT()
  const percent = (value: number) => t('report.percent', { percent: value })
  const day = (date: string) => formatCalendarDate(date, t.language)
  const names = useMemo(
    () => occupancy.by_day.map(({ date }) => formatCalendarDate(date, t.language)),
    [occupancy, t.language],
  )
  const heights = useMemo(() => occupancy.by_day.map(percentOf), [occupancy])
  const before = useMemo(() => earlier?.occupancy.by_day.map(percentOf), [earlier])
  const fullest = mostOf(occupancy.by_day, percentOf)
  return (
    <Chart
      table="occupancy_by_day"
      days={period}
      picture={fullest && <BarPicture {...{ names, heights, before }} format={percent} step={1} />}
      summary={
        fullest === undefined
          ? t('report.chart.occupancyNone')
          : t('report.chart.occupancyByDay', {
              percent: percentOf(occupancy),
              day: day(fullest.date),
              most: percentOf(fullest),
            })
      }
      columns={(['date', 'occupancy', 'peakHour', 'peak', 'occupancyBefore'] as const).map((column) =>
        t(`report.column.${column}`),
      )}
      rows={occupancy.by_day.map((row, index) => [
        day(row.date),
        percent(percentOf(row)),
        row.peak_hour === null ? '–' : hourName(row.peak_hour),
        percent(percentOf({ busy_ms: row.peak_busy_ms, capacity_ms: row.peak_capacity_ms })),
        told(before?.[index], percent),
      ])}
    />
  )
}

const columns = [
  'bayClass',
  'bays',
  'occupancy',
  'arrivals',
  'stays',
  'averageStayMinutes',
  'walkIns',
  'booked',
  'permits',
  'overstays',
  'lostTickets',
] as const

function ByClass({ report: { occupancy, period } }: { report: Report }) {
  const t = useT()
  return (
    <TableBox
      table="stays_by_class"
      days={period}
      columns={columns.map((column) => t(`report.column.${column}`))}
      rows={occupancy.by_class.map((row) => [
        t(`report.bayClass.${row.bay_class}`),
        String(row.bays),
        t('report.percent', { percent: percentOf(row) }),
        String(row.arrivals),
        String(row.stays),
        row.average_stay_ms === null ? '–' : averageLength(row.average_stay_ms, t),
        String(row.walk_ins),
        String(row.booked),
        String(row.permits),
        String(row.overstays),
        String(row.lost_tickets),
      ])}
    />
  )
}
