import type { ReactNode } from 'react'
import type { ZReport } from '../../src-shared/api/shift-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { printedInstant } from '../../src-shared/receipts/receipt-figures.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { varianceWords } from './variance-words.ts'

/** A Z report, on screen and on paper: the count first, then what it rests on. */
export function ZReportView({ report }: { report: ZReport }) {
  const t = useT()
  const money = (minor: number) => formatMoney({ amount_minor: minor, currency: report.currency }, t.language)
  const cash = report.by_method.find(({ method }) => method === 'cash')
  const { first_receipt: first, last_receipt: last } = report
  return (
    // A long report is scrolled by keys too.
    <div className="z-report" role="region" aria-label={t('z.title', { number: report.number })} tabIndex={0}>
      <p className="z-report__variance" data-exact={report.variance_minor === 0}>
        <span>{t('z.variance')}</span>
        <strong>{varianceWords({ amount_minor: report.variance_minor, currency: report.currency }, t)}</strong>
      </p>
      <dl className="z-report__facts">
        <Fact name={t('z.openedBy')}>{report.opened_by}</Fact>
        <Fact name={t('cash.from')}>{printedInstant(report.opened_at, t.language)}</Fact>
        <Fact name={t('z.closedBy')}>{report.closed_by}</Fact>
        <Fact name={t('cash.to')}>{printedInstant(report.closed_at, t.language)}</Fact>
        {report.handed_over_to !== null && <Fact name={t('z.handedOver')}>{report.handed_over_to}</Fact>}
      </dl>
      <h3>{t('z.drawer')}</h3>
      <dl className="z-report__facts z-report__sum">
        <Fact name={t('z.float')}>{money(report.float_minor)}</Fact>
        <Fact name={t('z.cashPaid')}>{money(cash?.paid_minor ?? 0)}</Fact>
        <Fact name={t('z.cashRefunded')}>{money(-(cash?.refunded_minor ?? 0))}</Fact>
        <Fact name={t('z.cashIn')}>{money(report.cash_in_minor)}</Fact>
        <Fact name={t('z.cashOut')}>{money(-report.cash_out_minor)}</Fact>
        <Fact name={t('z.expected')} strong>
          {money(report.expected_minor)}
        </Fact>
        <Fact name={t('z.counted')} strong>
          {money(report.counted_minor)}
        </Fact>
        <Fact name={t('z.drawerOpens')}>{report.drawer_opens}</Fact>
      </dl>
      <h3>{t('z.takings')}</h3>
      <Takings report={report} money={money} />
      <h3>{t('z.documents')}</h3>
      <dl className="z-report__facts">
        <Fact name={t('z.receipts')}>{report.receipts}</Fact>
        <Fact name={t('z.range')}>
          {first === null || last === null ? t('cash.noReceipts') : t('cash.range', { first, last })}
        </Fact>
        <Fact name={t('z.creditNotes')}>{report.credit_notes}</Fact>
        <Fact name={t('z.discounts')}>{money(report.discounts_minor)}</Fact>
      </dl>
      {report.trail !== undefined && (
        <dl className="z-report__facts">
          <Fact name={t('z.trail', { line: String(report.trail.line) })}>
            <code>{report.trail.code.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
          </Fact>
        </dl>
      )}
      <p className="field__hint">{t('z.parts')}</p>
    </div>
  )
}

function Takings({ report, money }: { report: ZReport; money: (minor: number) => string }) {
  const t = useT()
  return (
    <table className="z-report__takings">
      <caption className="visually-hidden">{t('z.takings')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('z.method')}</th>
          <th scope="col">{t('z.count')}</th>
          <th scope="col">{t('z.paid')}</th>
          <th scope="col">{t('z.refunded')}</th>
          <th scope="col">{t('z.net')}</th>
        </tr>
      </thead>
      <tbody className="tabular">
        {report.by_method.map(({ method, count, paid_minor: paid, refunded_minor: refunded }) => (
          <tr key={method}>
            <th scope="row">{t(`z.method.${method}`)}</th>
            <td>{count}</td>
            <td>{money(paid)}</td>
            <td>{money(refunded)}</td>
            <td>{money(paid - refunded)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="tabular">
        <tr>
          <th scope="row" colSpan={4}>
            {t('z.total')}
          </th>
          <td>{money(report.takings_minor)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Fact({ name, strong = false, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <div data-strong={strong}>
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  )
}
