import { useId } from 'react'
import type { Report } from '../../src-shared/api/report-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { CsvButton } from './Exports.tsx'
import { hourName, mostOf, percentOf } from './figures.ts'

type Cell = Report['occupancy']['by_weekday_hour'][number]

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** Steps of the shade; the figure in each cell says the same without any colour. */
const steps = [0, 25, 50, 75, 100] as const

function shadeOf(percent: number): number {
  return percent === 0 ? 0 : Math.min(4, Math.max(1, Math.ceil(percent / 25)))
}

/** How full the lot was by weekday and hour: a table whose cells are shaded, so it is picture and table in one. */
export function HeatTable({ report: { occupancy, period } }: { report: Report }) {
  const t = useT()
  const id = useId()
  const cells = occupancy.by_weekday_hour
  const fullest = mostOf(cells, percentOf)
  // Hours in which nothing ever stood there are left out at both ends.
  const used = cells.filter(({ busy_ms: busy }) => busy > 0).map(({ hour }) => hour)
  const first = used.length === 0 ? 6 : Math.min(...used)
  const last = used.length === 0 ? 22 : Math.max(...used)
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const title = t('report.table.occupancy_by_weekday_hour')
  return (
    <figure className="chart" aria-labelledby={id}>
      <div className="chart__head">
        <h3 id={id}>{title}</h3>
        <CsvButton days={period} table="occupancy_by_weekday_hour" />
      </div>
      <div className="table-frame heat" role="region" aria-label={title} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('report.column.weekday')}</span>
              </th>
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  <span aria-hidden="true">{hour}</span>
                  <span className="visually-hidden">{hourName(hour)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{t('report.weekdayShort', { weekday: String(weekday) })}</th>
                {hours.map((hour) => (
                  <HeatCell key={hour} cell={cells[(weekday - 1) * 24 + hour]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="heat__key" aria-hidden="true">
        {t('report.chart.heatKey')}
        {steps.map((step) => (
          <span key={step} className="heat__cell" data-shade={shadeOf(step)}>
            {step}
          </span>
        ))}
      </p>
      <figcaption>
        {fullest === undefined
          ? t('report.chart.occupancyNone')
          : t('report.chart.heat', {
              weekday: t('report.weekday', { weekday: String(fullest.weekday) }),
              from: hourName(fullest.hour),
              to: hourName((fullest.hour + 1) % 24),
              percent: percentOf(fullest),
            })}
      </figcaption>
    </figure>
  )
}

/** A share in percent; an hour that the period does not have stays empty. */
function HeatCell({ cell }: { cell: Cell | undefined }) {
  if (cell === undefined || cell.capacity_ms === 0) return <td className="heat__cell heat__cell--none">–</td>
  const percent = percentOf(cell)
  return (
    <td className="heat__cell tabular" data-shade={shadeOf(percent)}>
      {percent}
    </td>
  )
}
