import type { Report } from '../../src-shared/api/report-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { averageLength, moneyIn, percentOf } from './figures.ts'

interface TilesProps {
  readonly report: Report
  /** As many days right before; undefined while they are not known. */
  readonly before: Report | undefined
}

/** The figures at a glance, each with what it was in the days before. */
export function Tiles({ report, before }: TilesProps) {
  const t = useT()
  const money = moneyIn(report.currency, t)
  const { takings, occupancy, stays, wash, lost } = report
  const { totals } = takings
  const lostOf = (of: Report) => of.lost.reduce((sum, { count }) => sum + count, 0)
  const number = (value: number) => new Intl.NumberFormat(t.language).format(value)
  const points = (value: number) => t('report.change.points', { points: value })
  return (
    <div className="metrics__row">
      <Tile
        name={t('report.tile.takings')}
        figure={money(totals.takings_minor)}
        detail={t('report.tile.takingsDetail', {
          paid: money(totals.paid_minor),
          refunded: money(totals.refunded_minor),
        })}
        change={changeWords(totals.takings_minor, before?.takings.totals.takings_minor, money, t)}
      />
      <Tile
        name={t('report.tile.receipts')}
        figure={number(totals.receipts)}
        detail={t('report.tile.receiptsDetail', { net: money(totals.net_minor), tax: money(totals.tax_minor) })}
        change={changeWords(totals.receipts, before?.takings.totals.receipts, number, t)}
      />
      <Tile
        name={t('report.tile.occupancy')}
        figure={t('report.percent', { percent: percentOf(occupancy) })}
        detail={t('report.tile.occupancyDetail', { bays: occupancy.bays })}
        change={changeWords(percentOf(occupancy), before && percentOf(before.occupancy), points, t)}
      />
      <Tile
        name={t('report.tile.stay')}
        figure={stays.average_stay_ms === null ? '–' : averageLength(stays.average_stay_ms, t)}
        detail={
          stays.ended === 0
            ? t('report.tile.noStay')
            : t('report.tile.stayDetail', { stays: stays.ended, turnover: number(stays.turnover_hundredths / 100) })
        }
        change={changeWords(
          stays.average_stay_ms ?? undefined,
          before?.stays.average_stay_ms ?? undefined,
          (ms) => averageLength(ms, t),
          t,
        )}
      />
      <Tile
        name={t('report.tile.wash')}
        figure={number(wash.finished)}
        detail={
          wash.average_ms === null || wash.planned_ms === null
            ? t('report.tile.washNone')
            : t('report.tile.washDetail', {
                took: averageLength(wash.average_ms, t),
                planned: averageLength(wash.planned_ms, t),
              })
        }
        change={changeWords(wash.finished, before?.wash.finished, number, t)}
      />
      <Tile
        name={t('report.tile.lost')}
        figure={number(lostOf(report))}
        detail={t('report.tile.lostDetail', { price: money(lost.reduce((sum, row) => sum + row.price_minor, 0)) })}
        change={changeWords(lostOf(report), before && lostOf(before), number, t)}
      />
    </div>
  )
}

function changeWords(
  now: number | undefined,
  before: number | undefined,
  format: (value: number) => string,
  t: Translator,
): string | undefined {
  if (now === undefined || before === undefined) return undefined
  if (now === before) return t('report.change.same')
  return t(now > before ? 'report.change.more' : 'report.change.less', { change: format(Math.abs(now - before)) })
}

interface TileProps {
  readonly name: string
  readonly figure: string
  readonly detail: string
  readonly change: string | undefined
}

function Tile({ name, figure, detail, change }: TileProps) {
  return (
    <div className="metric tile" data-tile={name}>
      <h2 className="metric__name">{name}</h2>
      <p className="metric__figure tabular">{figure}</p>
      <p className="metric__detail tabular">{detail}</p>
      {change !== undefined && <p className="tile__change tabular">{change}</p>}
    </div>
  )
}
