import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { ReportTableName } from '../../src-shared/api/report-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useColours } from '../clock/colours.ts'
import { drawBars, type BarCanvas, type Bars } from './bar-canvas.ts'
import { CsvButton } from './Exports.tsx'
import type { Days } from './periods.ts'

interface ChartProps {
  readonly table: ReportTableName
  readonly days: Days
  /** The picture in a sentence. */
  readonly summary: string
  /** The picture; nothing where there is nothing to draw. */
  readonly picture?: ReactNode
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Figures as a picture, as a sentence and as a table: the picture itself says nothing to who cannot see it. */
export function Chart({ table, days, summary, picture, columns, rows }: ChartProps) {
  const t = useT()
  const id = useId()
  const title = t(`report.table.${table}`)
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <figure className="chart" aria-labelledby={id}>
      <div className="chart__head">
        <h3 id={id}>{title}</h3>
        <CsvButton days={days} table={table} />
      </div>
      {picture}
      <figcaption>{summary}</figcaption>
      <details className="chart__table" onToggle={() => setWasOpened(true)}>
        <summary>{t('report.chart.table')}</summary>
        {wasOpened && <FigureTable caption={title} columns={columns} rows={rows} />}
      </details>
    </figure>
  )
}

type TableBoxProps = Pick<ChartProps, 'table' | 'days' | 'columns' | 'rows'>

/** Figures that are few enough to stand as a table. */
export function TableBox({ table, days, columns, rows }: TableBoxProps) {
  const t = useT()
  const title = t(`report.table.${table}`)
  return (
    <div className="chart">
      <div className="chart__head">
        <h3>{title}</h3>
        <CsvButton days={days} table={table} />
      </div>
      <FigureTable caption={title} columns={columns} rows={rows} />
    </div>
  )
}

interface FigureTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A table of figures: the first column names the row, the others stand on the right. */
function FigureTable({ caption, columns, rows }: FigureTableProps) {
  return (
    <div className="table-frame figures" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} data-numeric className="tabular">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface BarPictureProps extends Bars {
  readonly format: (height: number) => string
  /** The least that heights beside the axis differ by. */
  readonly step: number
}

export function BarPicture({ names, heights, before, format, step }: BarPictureProps) {
  const t = useT()
  const colours = useColours()
  const place = useRef<HTMLDivElement>(null)
  const words = useRef(format)
  const [canvas, setCanvas] = useState<BarCanvas>()
  useEffect(() => {
    words.current = format
  })
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const drawn = drawBars(element, (height) => words.current(height), step)
    const watch = new ResizeObserver(() => drawn.resize(element.clientWidth))
    watch.observe(element)
    setCanvas(drawn)
    return () => {
      watch.disconnect()
      drawn.remove()
    }
  }, [colours, step])
  useEffect(() => canvas?.show({ names, heights, before }), [canvas, names, heights, before])
  return (
    <div aria-hidden="true">
      <div className="chart__canvas" ref={place} />
      {before !== undefined && (
        <p className="chart__key">
          <span className="chart__key-bar" /> {t('report.chart.keyNow')} <span className="chart__key-line" />{' '}
          {t('report.chart.keyBefore')}
        </p>
      )}
    </div>
  )
}
