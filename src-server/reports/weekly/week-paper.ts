import type { Report } from '../../../src-shared/api/report-schemas.ts'
import { formatCalendarDate } from '../../../src-shared/format/site-time.ts'
import { formatMoney } from '../../../src-shared/format/money.ts'
import type { MessageKey, Translator } from '../../../src-shared/i18n/translate.ts'
import { printedInstant } from '../../../src-shared/receipts/receipt-figures.ts'
import type { ReportCell, ReportDocument, ReportSection } from '../../printing/report-document.ts'
import { paperSection } from '../report-paper.ts'
import type { SiteRow } from '../../store/store.ts'
import type { WeekFigures } from './week-figures.ts'

/** How the figures came to be: kept when the week was over, or worked out now because somebody asked. */
export type WeekOrigin =
  { readonly is: 'kept'; readonly at: string } | { readonly is: 'asked'; readonly soFar: boolean }

/** So many are printed one by one. */
const MOST_EXCEPTIONS_ON_PAPER = 40

const money = (amount_minor: number): ReportCell => ({ amount_minor })
const right = { align: 'right' } as const

/** A week's summary as a document for print, in whatever language it is asked for. */
export function weekPaper(figures: WeekFigures, site: SiteRow, origin: WeekOrigin, t: Translator): ReportDocument {
  const { report, from, to } = figures
  const day = (date: string) => `${formatCalendarDate(date, t.language)} ${date.slice(0, 4)}`
  const source = { report, exceptions: [], t }
  const made = origin.is === 'kept' ? origin.at : report.server_time
  const isSoFar = origin.is === 'asked' && origin.soFar
  const sections: readonly ReportSection[] = [
    glance(figures, t),
    trust(figures, origin, t),
    paperSection('takings_by_method', source),
    paperSection('takings_by_kind', source),
    paperSection('takings_by_day', source),
    shifts(figures, t),
    paperSection('stays_by_class', source, [t('report.note.bays')]),
    paperSection('occupancy_by_day', source),
    paperSection('wash_by_service', source, [t('report.note.wash')]),
    paperSection('lost_bookings', source),
    paperSection('reconciliation', source),
    exceptions(figures, t),
    people(figures, t),
  ]
  return {
    title: t(isSoFar ? 'weekly.titleSoFar' : 'weekly.title'),
    site: { name: site.name, address: site.address.split('\n').filter((line) => line.trim() !== '') },
    period: `${day(from)} – ${day(to)}`,
    generated_at: printedInstant(made, t.language),
    made,
    language: t.language,
    currency: report.currency,
    demo: site.demo,
    sections: sections.filter(({ tables }) => tables?.some(({ rows }) => rows.length > 0) ?? true),
  }
}

type Figure = readonly [label: MessageKey, of: (report: Report) => number, write: (value: number) => string]

function glance({ report, before, exception_counts: counts }: WeekFigures, t: Translator): ReportSection {
  const amount = (minor: number) =>
    formatMoney({ amount_minor: minor, currency: report.currency }, `${t.language}-u-nu-latn`)
  const number = (value: number) => new Intl.NumberFormat(`${t.language}-u-nu-latn`).format(value)
  const percent = (value: number) => t('report.percent', { percent: value })
  const minutes = (value: number) => t('report.minutes', { minutes: value })
  const share = ({ occupancy: { busy_ms: busy, capacity_ms: all } }: Report) =>
    all === 0 ? 0 : Math.round((busy * 100) / all)
  const lost = ({ lost: rows }: Report, isNoShow: boolean) =>
    rows.filter(({ outcome }) => (outcome === 'no_show') === isNoShow).reduce((sum, row) => sum + row.count, 0)
  const figures: readonly Figure[] = [
    ['report.column.takings', ({ takings }) => takings.totals.takings_minor, amount],
    ['report.column.net', ({ takings }) => takings.totals.net_minor, amount],
    ['report.column.tax', ({ takings }) => takings.totals.tax_minor, amount],
    ['report.column.discounts', ({ takings }) => takings.totals.discounts_minor, amount],
    ['report.column.refunded', ({ takings }) => takings.totals.refunded_minor, amount],
    ['report.column.receipts', ({ takings }) => takings.totals.receipts, number],
    ['report.column.occupancy', share, percent],
    ['report.column.arrivals', ({ stays }) => stays.arrivals, number],
    ['report.column.averageStayMinutes', ({ stays }) => Math.round((stays.average_stay_ms ?? 0) / 60_000), minutes],
    ['weekly.figure.washes', ({ wash }) => wash.finished, number],
    ['report.column.noShows', (one) => lost(one, true), number],
    ['weekly.figure.otherLost', (one) => lost(one, false), number],
  ]
  const rows = figures.map(([label, of, write]) => compared(t(label), of(report), of(before), write, t))
  const [odd, oddBefore] = (['count', 'before'] as const).map((key) => counts.reduce((sum, one) => sum + one[key], 0))
  return {
    title: t('weekly.glance'),
    tables: [
      {
        columns: [
          { title: t('weekly.column.figure'), share: 1.4 },
          { title: t('weekly.column.thisWeek'), ...right },
          { title: t('weekly.column.weekBefore'), ...right },
          { title: t('weekly.column.change'), share: 1.4, ...right },
        ],
        rows: [...rows, compared(t('report.table.exceptions'), odd ?? 0, oddBefore ?? 0, number, t)],
      },
    ],
  }
}

function compared(
  label: string,
  now: number,
  before: number,
  write: (value: number) => string,
  t: Translator,
): ReportCell[] {
  const change = write(Math.abs(now - before))
  const words = now === before ? t('weekly.same') : t(now > before ? 'weekly.more' : 'weekly.less', { change })
  return [label, write(now), write(before), words]
}

/** Whether the figures hold together, and the line of the trail by which anybody can check that later. */
function trust({ report, head }: WeekFigures, origin: WeekOrigin, t: Translator): ReportSection {
  const { agrees, receipts, shifts: drawer, audit_trail: trail } = report.reconciliation
  const differences = [
    ['report.books.receiptsDifference', receipts.difference_minor],
    ['report.books.shiftsDifference', drawer.difference_minor],
    ['report.books.trailDifference', trail.difference_minor],
  ] as const
  return {
    title: t('weekly.trust'),
    fields: [
      ...differences.map(([label, minor]) => ({ label: t(label), value: money(minor) })),
      ...(head === null
        ? []
        : [
            {
              label: t('weekly.trail', { line: String(head.line) }),
              // In groups of four, as people read it aloud and type it.
              value: head.code.replaceAll(/.{4}(?=.)/g, '$& '),
            },
          ]),
    ],
    notes: [
      t(agrees ? 'report.books.agree' : 'report.books.disagree'),
      ...(head === null ? [] : [t('weekly.trailNote')]),
      origin.is === 'kept'
        ? t('weekly.keptNote', { at: printedInstant(origin.at, t.language) })
        : t(origin.soFar ? 'weekly.soFarNote' : 'weekly.askedNote', {
            at: printedInstant(report.server_time, t.language),
          }),
    ],
  }
}

function shifts({ shifts: closed }: WeekFigures, t: Translator): ReportSection {
  if (closed.length === 0) return { title: t('weekly.shifts'), notes: [t('weekly.noShift')] }
  const sum = (key: 'takings_minor' | 'variance_minor') => closed.reduce((all, one) => all + one[key], 0)
  return {
    title: t('weekly.shifts'),
    tables: [
      {
        columns: [
          { title: t('weekly.column.shift'), share: 0.6 },
          { title: t('weekly.column.opened'), share: 1.5 },
          { title: t('weekly.column.closed'), share: 1.5 },
          { title: t('weekly.column.closedBy'), share: 1.2 },
          { title: t('report.column.takings') },
          { title: t('weekly.column.variance') },
        ],
        rows: closed.map((shift) => [
          String(shift.number),
          printedInstant(shift.opened_at, t.language),
          printedInstant(shift.closed_at, t.language),
          shift.closed_by,
          money(shift.takings_minor),
          money(shift.variance_minor),
        ]),
        totals: [t('weekly.total'), '', '', '', money(sum('takings_minor')), money(sum('variance_minor'))],
      },
    ],
  }
}

function exceptions({ exceptions: all, exception_counts: counts }: WeekFigures, t: Translator): ReportSection {
  if (counts.length === 0) return { title: t('report.table.exceptions'), notes: [t('weekly.noException')] }
  const shown = all.slice(0, MOST_EXCEPTIONS_ON_PAPER)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return {
    title: t('report.table.exceptions'),
    tables: [
      {
        columns: [
          { title: t('report.column.what'), share: 2 },
          { title: t('weekly.column.thisWeek'), ...right },
          { title: t('weekly.column.weekBefore'), ...right },
          { title: t('report.column.amount') },
        ],
        rows: counts.map((one) => [
          t(`report.exception.${one.kind}`),
          String(one.count),
          String(one.before),
          money(one.amount_minor),
        ]),
      },
      {
        columns: [
          { title: t('report.column.at'), share: 1.5 },
          { title: t('report.column.what'), share: 1.4 },
          { title: t('report.column.who'), share: 1.2 },
          { title: t('report.column.amount'), ...right },
          { title: t('report.column.reason'), share: 1.8 },
          { title: t('report.column.reference') },
        ],
        rows: shown.map((one) => [
          printedInstant(one.at, t.language),
          t(`report.exception.${one.kind}`),
          one.who === 'clock' ? t('weekly.itself') : one.who,
          one.amount === null ? '' : money(one.amount.amount_minor),
          one.reason ?? '',
          one.label ?? '',
        ]),
      },
    ],
    notes: total > shown.length ? [t('weekly.shortened', { shown: shown.length, total })] : [],
  }
}

function people({ people: all }: WeekFigures, t: Translator): ReportSection {
  if (all.length === 0) return { title: t('weekly.people'), notes: [t('weekly.nobody')] }
  return {
    title: t('weekly.people'),
    tables: [
      {
        columns: [
          { title: t('report.column.who'), share: 1.3 },
          ...(['carsIn', 'carsOut', 'washes', 'payments'] as const).map((key) => ({
            title: t(`weekly.column.${key}`),
            share: 0.9,
            ...right,
          })),
          { title: t('weekly.column.taken'), share: 1.25 },
          { title: t('report.column.refunded'), share: 1.25 },
          { title: t('report.column.discounts'), ...right },
          { title: t('weekly.column.voids'), share: 0.8, ...right },
        ],
        rows: all.map((one) => [
          one.who,
          String(one.cars_in),
          String(one.cars_out),
          String(one.washes),
          String(one.payments),
          money(one.taken_minor),
          money(one.refunded_minor),
          String(one.discounts),
          String(one.voids),
        ]),
      },
    ],
  }
}
