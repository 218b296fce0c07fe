import { isRightToLeft } from '../../src-shared/i18n/languages.ts'
import type { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import { receiptRows, type ReceiptRow, type ReceiptView } from '../../src-shared/receipts/receipt-text.ts'
import { qrPath } from '../../src-shared/ui/qr-path.ts'
import { paperLanguageOf, usePaperWords } from '../language/use-paper-words.ts'
import './receipts.css'

interface ReceiptPaperProps {
  readonly document: ReceiptDocument
  readonly view: ReceiptView
}

/** A receipt row by row, on screen and on paper alike. */
export function ReceiptPaper({ document, view }: ReceiptPaperProps) {
  const language = paperLanguageOf(view.language ?? document.language)
  const t = usePaperWords(language)
  const rows = receiptRows(document, view, t)
  return (
    <div className="receipt-paper" lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'}>
      {rows.map((row, place) => (
        // A receipt never changes, so its rows are known by their place.
        <Row key={place} row={row} />
      ))}
    </div>
  )
}

function Row({ row }: { row: ReceiptRow }) {
  switch (row.kind) {
    case 'heading':
    case 'line':
    case 'title':
    case 'note':
      return <p className={`receipt-paper__${row.kind}`}>{row.text}</p>
    case 'mark':
      return (
        <p className="receipt-paper__mark">
          <strong>{row.text}</strong>
        </p>
      )
    case 'field':
      return (
        <p className="receipt-paper__pair">
          <span>{row.label}</span> <span className="receipt-paper__value tabular">{row.value}</span>
        </p>
      )
    case 'amount':
      return (
        <p className="receipt-paper__pair" data-weight={row.weight}>
          <span>{row.text}</span> <span className="receipt-paper__value tabular">{row.amount}</span>
        </p>
      )
    case 'rule':
      return <hr className="receipt-paper__rule" />
    case 'qr':
      return <Qr url={row.url} />
  }
}

/** The address that it leads to stands in words below it. */
function Qr({ url }: { url: string }) {
  const { path, side } = qrPath(url)
  return (
    <svg className="receipt-paper__qr" viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
