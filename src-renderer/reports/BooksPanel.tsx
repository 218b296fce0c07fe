import type { Report } from '../../src-shared/api/report-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { hrefOf } from '../shell/hash-route.ts'
import { CsvButton } from './Exports.tsx'
import { moneyIn } from './figures.ts'

/** Whether receipts, shifts and audit trail say the same as the takings; differences are loud. */
export function BooksPanel({ report: { reconciliation, currency, period } }: { report: Report }) {
  const t = useT()
  const money = moneyIn(currency, t)
  const { agrees, takings_minor: takings, receipts, shifts, audit_trail: trail } = reconciliation
  return (
    <section className="books" data-agrees={agrees} aria-labelledby="report-books">
      <div className="chart__head">
        <h2 id="report-books">{t('report.part.books')}</h2>
        <CsvButton days={period} table="reconciliation" />
      </div>
      <p
        className={agrees ? 'books__verdict' : 'books__verdict books__verdict--wrong'}
        role={agrees ? undefined : 'alert'}
      >
        <span aria-hidden="true">{agrees ? '✓ ' : '✕ '}</span>
        {t(agrees ? 'report.books.agree' : 'report.books.disagree')}
      </p>
      <p>{t('report.books.lead', { takings: money(takings) })}</p>
      <ul className="books__list">
        <Book
          name={t('report.books.receiptsBook')}
          total={receipts.total_minor}
          difference={receipts.difference_minor}
          money={money}
        />
        <Book
          name={t('report.books.shiftsBook')}
          total={shifts.total_minor}
          difference={shifts.difference_minor}
          money={money}
        />
        <Book
          name={t('report.books.trailBook')}
          total={trail.total_minor}
          difference={trail.difference_minor}
          money={money}
        />
      </ul>
      {receipts.payments.length > 0 && (
        <Faults
          title={t('report.books.payments')}
          faults={receipts.payments.map((one) => ({
            id: one.payment_id,
            words: `${one.payment_id}: ${money(one.difference_minor)}`,
          }))}
        />
      )}
      {shifts.shifts.length > 0 && (
        <Faults
          title={t('report.books.shifts')}
          faults={shifts.shifts.map((one) => ({
            id: one.shift_id,
            words: t('report.books.shift', { number: one.number, difference: money(one.difference_minor) }),
          }))}
        />
      )}
      <Sums report={reconciliation} money={money} />
    </section>
  )
}

interface BookProps {
  readonly name: string
  readonly total: number
  readonly difference: number
  readonly money: (minor: number) => string
}

function Book({ name, total, difference, money }: BookProps) {
  const t = useT()
  return (
    <li className="books__book" data-differs={difference !== 0}>
      <span>{name}</span>
      <strong className="tabular">{money(total)}</strong>
      <span>
        {difference === 0 ? t('report.books.same') : t('report.books.differs', { difference: money(difference) })}
      </span>
    </li>
  )
}

function Faults({ title, faults }: { title: string; faults: readonly { id: string; words: string }[] }) {
  return (
    <div className="books__faults">
      <h3>{title}</h3>
      <ul>
        {faults.map(({ id, words }) => (
          <li key={id}>
            <a href={hrefOf('audit', new URLSearchParams({ subject: id }).toString())}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sums({ report, money }: { report: Report['reconciliation']; money: BookProps['money'] }) {
  const t = useT()
  const { receipts, shifts } = report
  const lines = [
    ['receipts', receipts.receipts_minor],
    ['creditNotes', -receipts.credit_notes_minor],
    ['withoutReceipt', receipts.without_receipt_minor],
    ['zReports', shifts.z_reports_minor],
    ['outside', -shifts.outside_minor],
    ['openShift', shifts.open_shift_minor],
    ['withoutShift', shifts.without_shift_minor],
  ] as const
  return (
    <details className="chart__table">
      <summary>{t('report.books.details')}</summary>
      <dl className="facts">
        {lines.map(([key, minor]) => (
          <div key={key}>
            <dt>{t(`report.books.${key}`)}</dt>
            <dd className="tabular">{money(minor)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
