import { useMemo } from 'react'
import type { Report, TakingsFigures } from '../../src-shared/api/report-schemas.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { BarPicture, Chart, TableBox } from './Chart.tsx'
import { hourName, moneyIn, mostOf, shortMoneyIn, told } from './figures.ts'
import { Part } from './Part.tsx'

/** Axis steps are whole units of money. */
const MONEY_STEP = 100

const columns = ['takings', 'cash', 'card', 'upi', 'refunded', 'discounts', 'net', 'tax', 'receipts'] as const

interface PartProps {
  readonly report: Report
  /** As many days right before; undefined while they are not known. */
  readonly before: Report | undefined
}

export function TakingsPart({ report, before }: PartProps) {
  const t = useT()
  return (
    <Part id="takings" title={t('report.part.takings')}>
      <div className="charts">
        <ByDay report={report} before={before} />
        <ByHour report={report} before={before} />
      </div>
      <div className="charts">
        <Shares report={report} />
      </div>
    </Part>
  )
}

function useCells(currency: string) {
  const t = useT()
  const money = moneyIn(currency, t)
  return (row: TakingsFigures): string[] => [
    money(row.takings_minor),
    money(row.cash_minor),
    money(row.card_minor),
    money(row.upi_minor),
    money(row.refunded_minor),
    money(row.discounts_minor),
    money(row.net_minor),
    money(row.tax_minor),
    String(row.receipts),
  ]
}

function ByDay({ report: { takings, currency, period }, before: earlier }: PartProps) {
  const t = useT()
  const cells = useCells(currency)
  const money = moneyIn(currency, t)
  const day = (date: string) => formatCalendarDate(date, t.language)
  const names = useMemo(
    () => takings.by_day.map(({ date }) => formatCalendarDate(date, t.language)),
    [takings, t.language],
  )
  const heights = useMemo(() => takings.by_day.map((row) => row.takings_minor), [takings])
  const before = useMemo(() => earlier?.takings.by_day.map((row) => row.takings_minor), [earlier])
  const best = mostOf(takings.by_day, (row) => row.takings_minor)
  return (
    <Chart
      table="takings_by_day"
      days={period}
      picture={
        best && <BarPicture {...{ names, heights, before }} format={shortMoneyIn(currency, t)} step={MONEY_STEP} />
      }
      summary={
        best === undefined
          ? t('report.chart.takingsNone')
          : takings.by_day.length === 1
            ? t('report.chart.takingsOnDay', { day: day(best.date), total: money(best.takings_minor) })
            : t('report.chart.takingsByDay', {
                from: day(period.from),
                to: day(period.to),
                total: money(takings.totals.takings_minor),
                day: day(best.date),
                most: money(best.takings_minor),
              })
      }
      columns={[
        t('report.column.date'),
        ...columns.map((column) => t(`report.column.${column}`)),
        t('report.column.takingsBefore'),
      ]}
      rows={takings.by_day.map((row, index) => [day(row.date), ...cells(row), told(before?.[index], money)])}
    />
  )
}

function ByHour({ report: { takings, currency, period }, before: earlier }: PartProps) {
  const t = useT()
  const cells = useCells(currency)
  const money = moneyIn(currency, t)
  const names = useMemo(() => takings.by_hour.map(({ hour }) => hourName(hour)), [takings])
  const heights = useMemo(() => takings.by_hour.map((row) => row.takings_minor), [takings])
  const before = useMemo(() => earlier?.takings.by_hour.map((row) => row.takings_minor), [earlier])
  const best = mostOf(takings.by_hour, (row) => row.takings_minor)
  return (
    <Chart
      table="takings_by_hour"
      days={period}
      picture={
        best && <BarPicture {...{ names, heights, before }} format={shortMoneyIn(currency, t)} step={MONEY_STEP} />
      }
      summary={
        best === undefined
          ? t('report.chart.takingsNone')
          : t('report.chart.takingsByHour', {
              from: hourName(best.hour),
              to: hourName((best.hour + 1) % 24),
              most: money(best.takings_minor),
              total: money(takings.totals.takings_minor),
            })
      }
      columns={[
        t('report.column.hour'),
        ...columns.map((column) => t(`report.column.${column}`)),
        t('report.column.takingsBefore'),
      ]}
      rows={takings.by_hour.map((row, index) => [hourName(row.hour), ...cells(row), told(before?.[index], money)])}
    />
  )
}

/** By method and by kind: few enough to stand as tables. */
function Shares({ report: { takings, currency, period } }: { report: Report }) {
  const t = useT()
  const money = moneyIn(currency, t)
  const cells = (row: Report['takings']['by_method'][number] | Report['takings']['by_kind'][number]) => [
    String(row.tenders),
    money(row.paid_minor),
    money(row.refunded_minor),
    money(row.takings_minor),
  ]
  const moved = (['tenders', 'paid', 'refunded', 'takings'] as const).map((column) => t(`report.column.${column}`))
  return (
    <>
      <TableBox
        table="takings_by_method"
        days={period}
        columns={[t('report.column.method'), ...moved]}
        rows={takings.by_method.map((row) => [t(`report.method.${row.method}`), ...cells(row)])}
      />
      <TableBox
        table="takings_by_kind"
        days={period}
        columns={[t('report.column.kind'), ...moved]}
        rows={takings.by_kind.map((row) => [t(`report.kind.${row.kind}`), ...cells(row)])}
      />
    </>
  )
}
