import { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { Report, TakingsFigures } from '../../src-shared/api/report-schemas.ts'
import type { ReceiptSum, ReportQueries, TenderSum } from '../store/report-rows.ts'
import { dateOfLocalDay, daysOf, eachPiece, piecesOf, type Period } from './period.ts'

const noFigures: Readonly<TakingsFigures> = {
  tenders: 0,
  paid_minor: 0,
  refunded_minor: 0,
  takings_minor: 0,
  cash_minor: 0,
  card_minor: 0,
  upi_minor: 0,
  parking_minor: 0,
  wash_minor: 0,
  receipts: 0,
  credit_notes: 0,
  gross_minor: 0,
  discounts_minor: 0,
  charged_minor: 0,
  credited_minor: 0,
  net_minor: 0,
  tax_minor: 0,
}

/** The money of a period by day, by hour, by method and by kind. Its sums are sums of the very same rows. */
export async function takingsOf(queries: ReportQueries, period: Period): Promise<Report['takings']> {
  const tenders: TenderSum[] = []
  const receipts: ReceiptSum[] = []
  await eachPiece(piecesOf(period.from, period.to, period.timezone), async (piece) => {
    tenders.push(...(await queries.tenderSums(piece)))
    receipts.push(...(await queries.receiptSums(piece)))
  })
  const days = new Map(daysOf(period).map((date) => [date, { ...noFigures }]))
  const hours = Array.from({ length: 24 }, () => ({ ...noFigures }))
  const totals = { ...noFigures }
  const dayOf = ({ localHour }: { localHour: number }) => figuresAt(days, dateOfLocalDay(Math.floor(localHour / 24)))
  const hourOf = ({ localHour }: { localHour: number }) => hours[localHour % 24] ?? { ...noFigures }
  for (const row of tenders) for (const figures of [totals, dayOf(row), hourOf(row)]) addTender(figures, row)
  for (const row of receipts) for (const figures of [totals, dayOf(row), hourOf(row)]) addReceipt(figures, row)
  return {
    totals,
    by_day: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, figures]) => ({ date, ...figures })),
    by_hour: hours.map((figures, hour) => ({ hour, ...figures })),
    by_method: PaymentMethod.options.map((method) => ({
      method,
      ...sumOf(tenders.filter((row) => row.method === method)),
    })),
    by_kind: (['parking', 'wash'] as const).map((kind) => ({
      kind,
      ...sumOf(tenders.filter((row) => row.service === kind)),
    })),
  }
}

function figuresAt(days: Map<string, TakingsFigures>, date: string): TakingsFigures {
  const known = days.get(date)
  if (known !== undefined) return known
  const fresh = { ...noFigures }
  days.set(date, fresh)
  return fresh
}

function addTender(figures: TakingsFigures, { kind, method, service, count, amountMinor }: TenderSum): void {
  const moved = kind === 'refund' ? -amountMinor : amountMinor
  figures.tenders += count
  if (kind === 'refund') figures.refunded_minor += amountMinor
  else figures.paid_minor += amountMinor
  figures.takings_minor += moved
  figures[`${method}_minor`] += moved
  figures[`${service}_minor`] += moved
}

function addReceipt(figures: TakingsFigures, row: ReceiptSum): void {
  const sign = row.series === 'C' ? -1 : 1
  figures.net_minor += sign * (row.totalMinor - row.taxMinor)
  figures.tax_minor += sign * row.taxMinor
  if (row.series === 'C') {
    figures.credit_notes += row.count
    figures.credited_minor += row.totalMinor
    return
  }
  figures.receipts += row.count
  figures.charged_minor += row.totalMinor
  figures.discounts_minor += row.discountsMinor
  figures.gross_minor += row.totalMinor + row.discountsMinor
}

function sumOf(rows: readonly TenderSum[]) {
  const figures = { ...noFigures }
  for (const row of rows) addTender(figures, row)
  const { tenders, paid_minor, refunded_minor, takings_minor } = figures
  return { tenders, paid_minor, refunded_minor, takings_minor }
}
