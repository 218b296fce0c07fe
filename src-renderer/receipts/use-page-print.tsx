import { useRef, useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { Paper } from '../../src-shared/api/receipt-schemas.ts'
import { desktop } from '../bridge.ts'
import { pageRule } from './page-rule.ts'
import './print-sheet.css'

interface Sheet {
  readonly contents: ReactNode
  readonly paper: Paper
}

/**
 * Puts something on paper by printing the page with nothing else on it. `sheet` has to be rendered by whoever prints.
 * The contents are there only while they are printed, so that the browser's own way of printing makes no second one.
 */
export function usePagePrint() {
  const [sheet, setSheet] = useState<Sheet>()
  const place = useRef<HTMLDivElement>(null)

  /** Ends when the print dialog is closed. @returns whether the machine could print at all */
  const print = async (contents: ReactNode, paper: Paper): Promise<boolean> => {
    // The page must say what is to be printed before the print dialog stops it.
    flushSync(() => setSheet({ contents, paper }))
    const page = new CSSStyleSheet()
    page.replaceSync(pageRule(paper, place.current?.getBoundingClientRect().height ?? 0))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page]
    try {
      return await printThisPage()
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page)
      setSheet(undefined)
    }
  }

  const shown = sheet && (
    <div ref={place} className={`print-sheet print-sheet--${sheet.paper}`} aria-hidden="true">
      {sheet.contents}
    </div>
  )
  return { print, sheet: shown && createPortal(shown, document.body) }
}

async function printThisPage(): Promise<boolean> {
  if (desktop === undefined) {
    window.print()
    return true
  }
  // A machine without a printer is nothing that the page did wrong; the desktop has written down why.
  return desktop.printPage().then(
    () => true,
    () => false,
  )
}
