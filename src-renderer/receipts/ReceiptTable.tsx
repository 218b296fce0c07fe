import type { ReceiptSummary } from '../../src-shared/api/receipt-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { nameOf } from './use-receipt-print.tsx'

interface ReceiptTableProps {
  readonly receipts: readonly ReceiptSummary[]
  readonly onOpen: (receipt: ReceiptSummary) => void
}

const columns = ['time', 'number', 'kind', 'plate', 'total', 'printed', 'open'] as const

export function ReceiptTable({ receipts, onOpen }: ReceiptTableProps) {
  const t = useT()
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{t('receipts.title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'total' ? 'table__price' : undefined}>
                {column === 'open' ? (
                  <span className="visually-hidden">{t('receipts.column.open')}</span>
                ) : (
                  t(`receipts.column.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {receipts.map((receipt) => (
            <ReceiptLine key={receipt.label} receipt={receipt} onOpen={() => onOpen(receipt)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReceiptLine({ receipt, onOpen }: { receipt: ReceiptSummary; onOpen: () => void }) {
  const t = useT()
  return (
    <tr className="row">
      <td className="tabular">
        <SiteTime at={receipt.issued_at} />
      </td>
      <th scope="row" className="tabular">
        {receipt.label}
      </th>
      <td>{t(`receipts.series.${receipt.series}`)}</td>
      <td>{receipt.plate !== '' && <Plate plate={receipt.plate} />}</td>
      <td data-numeric className="tabular">
        {signedTotal(receipt, t)}
      </td>
      <td>{printedWords(receipt, t)}</td>
      <td className="table__actions">
        <button
          data-command="receipts.open"
          data-of={receipt.label}
          type="button"
          className="button button--plain"
          data-row-handle={nameOf(receipt)}
          aria-haspopup="dialog"
          aria-label={t('receipts.openOf', { label: receipt.label })}
          onClick={onOpen}
        >
          {t('receipts.open')}
        </button>
      </td>
    </tr>
  )
}

/** A credit note's amount went back, and is less on the day. */
function signedTotal({ series, total }: ReceiptSummary, t: Translator): string {
  return formatMoney(series === 'C' ? { ...total, amount_minor: -total.amount_minor } : total, t.language)
}

/** What has come of it on paper so far. */
export function printedWords({ printed, copies }: Pick<ReceiptSummary, 'printed' | 'copies'>, t: Translator): string {
  return printed ? t('receipts.printed', { copies }) : t('receipts.notPrinted')
}
