import { useRef, useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Paper } from '../../src-shared/api/receipt-schemas.ts'
import { printThisPage, type PrintOutcome } from '../printing/print-this-page.ts'
import type { PrinterUse } from '../printing/printer-choice.ts'
import { usePrinting } from '../printing/use-printing.ts'
import { pageRule, paperSize } from './page-rule.ts'
import './print-sheet.css'

interface Sheet {
  readonly contents: ReactNode
  readonly paper: Paper
}

/**
 * Puts something on paper by printing the page with nothing else on it. `sheet` has to be rendered by whoever prints.
 * The contents are there only while they are printed, so that the browser's own way of printing makes no second one.
 */
export function usePagePrint(use: PrinterUse = 'receipts') {
  const [sheet, setSheet] = useState<Sheet>()
  const place = useRef<HTMLDivElement>(null)
  const printing = usePrinting()

  const send = async (contents: ReactNode, paper: Paper, byDialog: boolean): Promise<PrintOutcome> => {
    // The page must say what is to be printed before the print dialog stops it.
    flushSync(() => setSheet({ contents, paper }))
    const heightPx = place.current?.getBoundingClientRect().height ?? 0
    const page = new CSSStyleSheet()
    page.replaceSync(pageRule(paper, heightPx))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page]
    try {
      return await printThisPage(use, paperSize(paper, heightPx), byDialog)
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page)
      setSheet(undefined)
    }
  }

  /** Ends when the print dialog is closed, or the printer has taken it. */
  const print = (contents: ReactNode, paper: Paper) => printing.print((byDialog) => send(contents, paper, byDialog))

  const shown = sheet && (
    <div ref={place} className={`print-sheet print-sheet--${sheet.paper}`} aria-hidden="true">
      {sheet.contents}
    </div>
  )
  return { print, printing, sheet: shown && createPortal(shown, document.body) }
}
