import type { ZReport } from '../../src-shared/api/shift-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { printedInstant } from '../../src-shared/receipts/receipt-figures.ts'
import type { ReportCell, ReportDocument, ReportSection } from '../printing/report-document.ts'
import { plainLine, plainLines } from '../receipts/plain-line.ts'
import type { CashMoveRow } from '../store/money-rows.ts'
import type { SiteRow } from '../store/store.ts'

/** A Z report as it is printed: what was taken by each method, the drawer, and what the count came to. */
export function zReportDocument(
  report: ZReport,
  { site, moves, t }: { site: SiteRow; moves: readonly CashMoveRow[]; t: Translator },
): ReportDocument {
  const instant = (iso: string) => printedInstant(iso, t.language)
  return {
    title: t('z.title', { number: String(report.number) }),
    site: { name: plainLine(site.businessName || site.name, 80), address: plainLines(site.address, 80, 6) },
    period: t('z.period', { from: instant(report.opened_at), to: instant(report.closed_at) }),
    generated_at: instant(report.closed_at),
    made: report.closed_at,
    language: t.language,
    currency: report.currency,
    demo: site.demo,
    sections: [people(report, t), methods(report, t), drawer(report, t), cashMoves(moves, t), documents(report, t)],
  }
}

const money = (amount_minor: number): ReportCell => ({ amount_minor })

function people(report: ZReport, t: Translator): ReportSection {
  const { opened_by, closed_by, handed_over_to } = report
  return {
    title: t('z.people'),
    fields: [
      { label: t('z.openedBy'), value: opened_by },
      { label: t('z.closedBy'), value: closed_by },
      ...(handed_over_to === null ? [] : [{ label: t('z.handedOver'), value: handed_over_to }]),
    ],
  }
}

function methods({ by_method, takings_minor }: ZReport, t: Translator): ReportSection {
  const sum = (of: (one: ZReport['by_method'][number]) => number) => by_method.reduce((all, one) => all + of(one), 0)
  return {
    title: t('z.takings'),
    tables: [
      {
        columns: [
          { title: t('z.method') },
          { title: t('z.count'), align: 'right' },
          { title: t('z.paid'), align: 'right' },
          { title: t('z.refunded'), align: 'right' },
          { title: t('z.net'), align: 'right' },
        ],
        rows: by_method.map(({ method, count, paid_minor, refunded_minor }) => [
          t(`z.method.${method}`),
          String(count),
          money(paid_minor),
          money(refunded_minor),
          money(paid_minor - refunded_minor),
        ]),
        totals: [
          t('z.total'),
          String(sum(({ count }) => count)),
          money(sum(({ paid_minor }) => paid_minor)),
          money(sum(({ refunded_minor }) => refunded_minor)),
          money(takings_minor),
        ],
      },
    ],
  }
}

function drawer(report: ZReport, t: Translator): ReportSection {
  const cash = report.by_method.find(({ method }) => method === 'cash')
  return {
    title: t('z.drawer'),
    fields: [
      { label: t('z.float'), value: money(report.float_minor) },
      { label: t('z.cashPaid'), value: money(cash?.paid_minor ?? 0) },
      { label: t('z.cashRefunded'), value: money(-(cash?.refunded_minor ?? 0)) },
      { label: t('z.cashIn'), value: money(report.cash_in_minor) },
      { label: t('z.cashOut'), value: money(-report.cash_out_minor) },
      { label: t('z.expected'), value: money(report.expected_minor) },
      { label: t('z.counted'), value: money(report.counted_minor) },
      { label: t('z.variance'), value: money(report.variance_minor) },
      { label: t('z.drawerOpens'), value: String(report.drawer_opens) },
    ],
  }
}

function cashMoves(moves: readonly CashMoveRow[], t: Translator): ReportSection {
  if (moves.length === 0) return { title: t('z.moves'), notes: [t('z.noMoves')] }
  const columns = [
    { title: t('z.move') },
    { title: t('z.reason'), share: 3 },
    { title: t('z.amount'), align: 'right' as const },
  ]
  const rows = moves.map(({ kind, reason, amountMinor }) => [
    t(`z.move.${kind}`),
    plainLine(reason, 200),
    money(kind === 'out' ? -amountMinor : amountMinor),
  ])
  return { title: t('z.moves'), tables: [{ columns, rows }] }
}

function documents(report: ZReport, t: Translator): ReportSection {
  const { first_receipt, last_receipt, receipts, credit_notes, discounts_minor } = report
  const range = first_receipt === null || last_receipt === null ? '–' : `${first_receipt} – ${last_receipt}`
  return {
    title: t('z.documents'),
    fields: [
      { label: t('z.receipts'), value: String(receipts) },
      { label: t('z.range'), value: range },
      { label: t('z.creditNotes'), value: String(credit_notes) },
      { label: t('z.discounts'), value: money(discounts_minor) },
      ...trailField(report, t),
    ],
    notes: [t('z.parts')],
  }
}

/** The code in groups of four, as people read it aloud and type it. */
function trailField({ trail }: ZReport, t: Translator): NonNullable<ReportSection['fields']> {
  if (trail === undefined) return []
  const code = trail.code.replaceAll(/.{4}(?=.)/g, '$& ')
  return [{ label: t('z.trail', { line: String(trail.line) }), value: code }]
}
