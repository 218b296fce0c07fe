import type { Report, ReportException, ReportTableName, TakingsFigures } from '../../src-shared/api/report-schemas.ts'
import type { MessageKey, Translator } from '../../src-shared/i18n/translate.ts'
import { count, instant, minutes, money, nothing, share, text, type Cell, type Table } from './report-table.ts'

/** What tables are made of. */
export interface TableSource {
  readonly report: Report
  readonly exceptions: readonly ReportException[]
  readonly t: Translator
}

/** A column: its title, what it says of a row, and whether paper has room for it. */
type Spec<Row> = readonly [title: MessageKey, cell: (row: Row) => Cell, onPaper?: 'paper']

function table<Row>(rows: readonly Row[], specs: readonly Spec<Row>[], t: Translator): Table {
  return {
    columns: specs.map(([title, , onPaper]) => ({
      title: t(title),
      name: nameOf(title),
      onPaper: onPaper === 'paper',
    })),
    rows: rows.map((row) => specs.map(([, cell]) => cell(row))),
  }
}

/** `report.column.creditNotes` is `credit_notes`. */
function nameOf(title: MessageKey): string {
  const own = title.slice(title.lastIndexOf('.') + 1)
  return own.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
}

/** With the currency of its amounts as a last column; a table without amounts stays as it is. */
function withCurrency({ columns, rows }: Table, currency: string, t: Translator): Table {
  if (!rows.some((row) => row.some(({ is }) => is === 'money'))) return { columns, rows }
  return {
    columns: [...columns, { title: t('report.column.currency'), name: 'currency', onPaper: false }],
    rows: rows.map((row) => [...row, text(currency)]),
  }
}

const takings: readonly Spec<TakingsFigures>[] = [
  ['report.column.takings', (row) => money(row.takings_minor), 'paper'],
  ['report.column.cash', (row) => money(row.cash_minor), 'paper'],
  ['report.column.card', (row) => money(row.card_minor), 'paper'],
  ['report.column.upi', (row) => money(row.upi_minor), 'paper'],
  ['report.kind.parking', (row) => money(row.parking_minor)],
  ['report.kind.wash', (row) => money(row.wash_minor)],
  ['report.column.paid', (row) => money(row.paid_minor)],
  ['report.column.refunded', (row) => money(row.refunded_minor), 'paper'],
  ['report.column.receipts', (row) => count(row.receipts)],
  ['report.column.creditNotes', (row) => count(row.credit_notes)],
  ['report.column.gross', (row) => money(row.gross_minor)],
  ['report.column.discounts', (row) => money(row.discounts_minor)],
  ['report.column.charged', (row) => money(row.charged_minor)],
  ['report.column.credited', (row) => money(row.credited_minor)],
  ['report.column.net', (row) => money(row.net_minor)],
  ['report.column.tax', (row) => money(row.tax_minor)],
]

interface Moved {
  readonly tenders: number
  readonly paid_minor: number
  readonly refunded_minor: number
  readonly takings_minor: number
}
const moved: readonly Spec<Moved>[] = [
  ['report.column.tenders', (row) => count(row.tenders), 'paper'],
  ['report.column.paid', (row) => money(row.paid_minor), 'paper'],
  ['report.column.refunded', (row) => money(row.refunded_minor), 'paper'],
  ['report.column.takings', (row) => money(row.takings_minor), 'paper'],
]

interface WashTimes {
  readonly finished: number
  readonly average_ms: number | null
  readonly planned_ms: number | null
  readonly waiting_ms: number | null
}
const washTimes: readonly Spec<WashTimes>[] = [
  ['report.column.finished', (row) => count(row.finished), 'paper'],
  ['report.column.averageMinutes', (row) => minutes(row.average_ms), 'paper'],
  ['report.column.plannedMinutes', (row) => minutes(row.planned_ms), 'paper'],
  ['report.column.waitingMinutes', (row) => minutes(row.waiting_ms), 'paper'],
]

/** An hour of the day as it is read: `09:00`. */
function hourLabel(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

type Maker = (source: TableSource) => Table

/** Every table of a report, as it is exported. */
const makers: Readonly<Record<ReportTableName, Maker>> = {
  takings_by_day: ({ report, t }) =>
    table(report.takings.by_day, [['report.column.date', (row) => text(row.date), 'paper'], ...takings], t),
  takings_by_hour: ({ report, t }) =>
    table(report.takings.by_hour, [['report.column.hour', (row) => text(hourLabel(row.hour)), 'paper'], ...takings], t),
  takings_by_method: ({ report, t }) =>
    table(
      report.takings.by_method,
      [['report.column.method', (row) => text(t(`report.method.${row.method}`)), 'paper'], ...moved],
      t,
    ),
  takings_by_kind: ({ report, t }) =>
    table(
      report.takings.by_kind,
      [['report.column.kind', (row) => text(t(`report.kind.${row.kind}`)), 'paper'], ...moved],
      t,
    ),
  occupancy_by_day: ({ report, t }) =>
    table(
      report.occupancy.by_day,
      [
        ['report.column.date', (row) => text(row.date), 'paper'],
        ['report.column.occupancy', (row) => share(row.busy_ms, row.capacity_ms), 'paper'],
        [
          'report.column.peakHour',
          (row) => (row.peak_hour === null ? nothing : text(hourLabel(row.peak_hour))),
          'paper',
        ],
        ['report.column.peak', (row) => share(row.peak_busy_ms, row.peak_capacity_ms), 'paper'],
      ],
      t,
    ),
  occupancy_by_weekday_hour: ({ report, t }) =>
    table(
      report.occupancy.by_weekday_hour,
      [
        ['report.column.weekday', (row) => text(t('report.weekday', { weekday: String(row.weekday) })), 'paper'],
        ['report.column.hour', (row) => text(hourLabel(row.hour)), 'paper'],
        ['report.column.occupancy', (row) => share(row.busy_ms, row.capacity_ms), 'paper'],
      ],
      t,
    ),
  stays_by_class: ({ report, t }) =>
    table(
      report.occupancy.by_class,
      [
        ['report.column.bayClass', (row) => text(t(`report.bayClass.${row.bay_class}`)), 'paper'],
        ['report.column.bays', (row) => count(row.bays), 'paper'],
        ['report.column.occupancy', (row) => share(row.busy_ms, row.capacity_ms), 'paper'],
        ['report.column.arrivals', (row) => count(row.arrivals)],
        ['report.column.stays', (row) => count(row.stays), 'paper'],
        ['report.column.averageStayMinutes', (row) => minutes(row.average_stay_ms), 'paper'],
        ['report.column.walkIns', (row) => count(row.walk_ins), 'paper'],
        ['report.column.booked', (row) => count(row.booked), 'paper'],
        ['report.column.permits', (row) => count(row.permits)],
        ['report.column.overstays', (row) => count(row.overstays), 'paper'],
        ['report.column.lostTickets', (row) => count(row.lost_tickets)],
      ],
      t,
    ),
  wash_by_day: ({ report, t }) =>
    table(
      report.wash.by_day,
      [
        ['report.column.date', (row) => text(row.date), 'paper'],
        ['report.column.finished', (row) => count(row.finished), 'paper'],
      ],
      t,
    ),
  wash_by_service: ({ report, t }) =>
    table(
      report.wash.by_service,
      [
        ['report.column.service', (row) => text(row.service), 'paper'],
        ...washTimes,
        ['report.column.noShows', (row) => count(row.no_shows), 'paper'],
        ['report.column.cancelled', (row) => count(row.cancelled), 'paper'],
        ['report.column.expired', (row) => count(row.expired), 'paper'],
      ],
      t,
    ),
  lost_bookings: ({ report, t }) =>
    table(
      report.lost,
      [
        ['report.column.kind', (row) => text(t(`report.kind.${row.kind}`)), 'paper'],
        ['report.column.outcome', (row) => text(t(`report.outcome.${row.outcome}`)), 'paper'],
        ['report.column.count', (row) => count(row.count), 'paper'],
        ['report.column.price', (row) => money(row.price_minor), 'paper'],
      ],
      t,
    ),
  reconciliation: ({ report, t }) =>
    table(
      reconciliationLines(report),
      [
        ['report.column.book', ([key]) => text(t(key)), 'paper'],
        ['report.column.amount', ([, minor]) => money(minor), 'paper'],
      ],
      t,
    ),
  exceptions: ({ exceptions, t }) =>
    table(
      exceptions,
      [
        ['report.column.at', (row) => instant(row.at), 'paper'],
        ['report.column.what', (row) => text(t(`report.exception.${row.kind}`)), 'paper'],
        ['report.column.who', (row) => text(row.who), 'paper'],
        ['report.column.amount', (row) => (row.amount === null ? nothing : money(row.amount.amount_minor)), 'paper'],
        ['report.column.reason', (row) => text(row.reason), 'paper'],
        ['report.column.reference', (row) => text(row.label), 'paper'],
        // No plate: a file goes where nobody erases it. The reference leads to it on the screen as long as it is kept.
        ['report.column.detail', (row) => text(row.detail)],
        ['report.column.subject', (row) => text(row.subject)],
      ],
      t,
    ),
}

export function makeTable(name: ReportTableName, source: TableSource): Table {
  return withCurrency(makers[name](source), source.report.currency, source.t)
}

/** The three books against the takings, line by line. */
function reconciliationLines({ reconciliation }: Report): readonly (readonly [MessageKey, number])[] {
  const { takings_minor, receipts, shifts, audit_trail: trail } = reconciliation
  return [
    ['report.books.takings', takings_minor],
    ['report.books.receipts', receipts.receipts_minor],
    ['report.books.creditNotes', -receipts.credit_notes_minor],
    ['report.books.withoutReceipt', receipts.without_receipt_minor],
    ['report.books.receiptsDifference', receipts.difference_minor],
    ['report.books.zReports', shifts.z_reports_minor],
    ['report.books.outside', -shifts.outside_minor],
    ['report.books.openShift', shifts.open_shift_minor],
    ['report.books.withoutShift', shifts.without_shift_minor],
    ['report.books.shiftsDifference', shifts.difference_minor],
    ['report.books.trail', trail.total_minor],
    ['report.books.trailDifference', trail.difference_minor],
  ]
}
