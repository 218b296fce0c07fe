import type { Report, ReportTableName, TakingsFigures } from '../../src-shared/api/report-schemas.ts'
import { formatCalendarDate, formatClock, formatDay } from '../../src-shared/format/site-time.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import type { ReportCell, ReportDocument, ReportSection, ReportTable } from '../printing/report-document.ts'
import type { SiteRow } from '../store/store.ts'
import type { Cell, Table } from './report-table.ts'
import { makeTable, type TableSource } from './report-tables.ts'

/** So many days are printed one by one; a longer period is printed by months, so that paper and time are spared. */
const MOST_DAYS_ON_PAPER = 62
/** So many exceptions are printed; the CSV has them all. */
const MOST_EXCEPTIONS_ON_PAPER = 200

/** The whole report as a document for print. @param now when it is made, ms since the epoch */
export function reportPaper(source: TableSource, site: SiteRow, now: number): ReportDocument {
  const { t } = source
  const report = withMonths(source.report)
  const shown = { ...source, report, exceptions: source.exceptions.slice(0, MOST_EXCEPTIONS_ON_PAPER) }
  const { from, to } = report.period
  const section = (name: ReportTableName, notes?: readonly string[]) => paperSection(name, shown, notes)
  const sections: readonly ReportSection[] = [
    { title: t('report.part.takings'), fields: moneyFields(report.takings.totals, t) },
    section('reconciliation', [t(report.reconciliation.agrees ? 'report.books.agree' : 'report.books.disagree')]),
    section('takings_by_method'),
    section('takings_by_kind'),
    section('takings_by_day'),
    section('takings_by_hour'),
    section('stays_by_class', [t('report.note.bays')]),
    section('occupancy_by_day'),
    section('wash_by_service', [t('report.note.wash')]),
    section('lost_bookings'),
    section('exceptions', source.exceptions.length > MOST_EXCEPTIONS_ON_PAPER ? [t('report.note.shortened')] : []),
  ]
  const first = formatCalendarDate(from, t.language)
  return {
    title: t('report.title'),
    site: { name: site.name, address: site.address.split('\n').filter((line) => line.trim() !== '') },
    period:
      from === to
        ? `${first} ${from.slice(0, 4)}`
        : `${first} ${from.slice(0, 4)} – ${formatCalendarDate(to, t.language)} ${to.slice(0, 4)}`,
    generated_at: `${formatDay(now, site.timezone, t.language)}, ${formatClock(now, site.timezone, t.language)}`,
    made: report.server_time,
    language: t.language,
    currency: site.currency,
    demo: site.demo,
    sections: sections.filter(({ fields, tables = [] }) => fields !== undefined || tables.some(hasRows)),
  }
}

/** One table of a report under its heading. */
export function paperSection(
  name: ReportTableName,
  source: TableSource,
  notes: readonly string[] = [],
): ReportSection & { readonly tables: readonly ReportTable[] } {
  const { t } = source
  return { title: t(`report.table.${name}`), tables: [paperTable(makeTable(name, source), t)], notes }
}

const moneyRows = [
  ['report.column.gross', 'gross_minor'],
  ['report.column.discounts', 'discounts_minor'],
  ['report.column.charged', 'charged_minor'],
  ['report.column.credited', 'credited_minor'],
  ['report.column.net', 'net_minor'],
  ['report.column.tax', 'tax_minor'],
  ['report.column.refunded', 'refunded_minor'],
  ['report.column.takings', 'takings_minor'],
] as const

function moneyFields(totals: TakingsFigures, t: Translator): NonNullable<ReportSection['fields']> {
  return [
    ...moneyRows.map(([label, key]) => ({ label: t(label), value: { amount_minor: totals[key] } })),
    { label: t('report.column.receipts'), value: String(totals.receipts) },
    { label: t('report.column.creditNotes'), value: String(totals.credit_notes) },
  ]
}

function paperTable({ columns, rows }: Table, t: Translator): ReportTable {
  const kept = columns.map(({ onPaper }, index) => (onPaper ? index : -1)).filter((index) => index >= 0)
  return {
    columns: kept.map((index) => ({
      title: columns[index]?.title ?? '',
      ...(rows.every((row) => row[index]?.is !== 'text' && row[index]?.is !== 'instant')
        ? { align: 'right' as const }
        : {}),
    })),
    rows: rows.map((row) => kept.map((index) => paperCell(row[index] ?? { is: 'nothing' }, t))),
  }
}

function paperCell(cell: Cell, t: Translator): ReportCell {
  switch (cell.is) {
    case 'nothing':
      return ''
    case 'text':
      return cell.text
    case 'instant':
      return cell.iso
    case 'count':
      return new Intl.NumberFormat(t.language).format(cell.count)
    case 'money':
      return { amount_minor: cell.minor }
    case 'minutes':
      return t('report.minutes', { minutes: Math.round(cell.ms / 60_000) })
    case 'share':
      return cell.of === 0 ? '' : t('report.percent', { percent: Math.round((cell.part * 100) / cell.of) })
  }
}

/** A long period with its days put together by months; each is called by its year and month. */
function withMonths(report: Report): Report {
  if (report.period.days <= MOST_DAYS_ON_PAPER) return report
  const takings = byMonth(report.takings.by_day)
  const occupancy = byMonth(report.occupancy.by_day).map((month) => ({
    ...month,
    peak_hour: null,
    peak_busy_ms: 0,
    peak_capacity_ms: 0,
  }))
  return {
    ...report,
    takings: { ...report.takings, by_day: takings },
    occupancy: { ...report.occupancy, by_day: occupancy },
  }
}

function byMonth<Row extends { readonly date: string }>(days: readonly Row[]): Row[] {
  const months = new Map<string, Record<string, unknown>>()
  for (const day of days) {
    const date = day.date.slice(0, 7)
    const month = months.get(date) ?? { date }
    for (const [key, value] of Object.entries(day)) {
      if (typeof value === 'number') month[key] = (typeof month[key] === 'number' ? month[key] : 0) + value
    }
    months.set(date, month)
  }
  return [...months.values()] as unknown as Row[]
}

function hasRows({ rows }: ReportTable): boolean {
  return rows.length > 0
}
