import { useState } from 'react'
import type { Paper, ReceiptSummary } from '../../src-shared/api/receipt-schemas.ts'
import type { LanguageTag } from '../../src-shared/i18n/languages.ts'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { preparePaperWords } from '../language/use-paper-words.ts'
import { saveFile } from '../reports/download.ts'
import { useSite } from '../shell/site.tsx'
import { rememberedPaper, rememberPaper } from './paper-choice.ts'
import { ReceiptPaper } from './ReceiptPaper.tsx'
import { usePagePrint } from './use-page-print.tsx'

/** A receipt's name as a path: `R-12`. */
export function nameOf({ series, number }: Pick<ReceiptSummary, 'series' | 'number'>): string {
  return `${series}-${number}`
}

/** Puts a receipt on paper, or into a file, on the paper that this machine had last. @param onCounted the server has counted a print */
export function useReceiptPrint(name: string, onCounted?: () => void) {
  const { demo } = useSite()
  const { task, run } = useTask()
  const { print: printPage, printing, sheet } = usePagePrint()
  const [paper, setPaper] = useState(rememberedPaper)
  const [language, setLanguage] = useState<LanguageTag>()
  const params = { id: name }
  const body = { paper, ...(language === undefined ? {} : { language }) }

  const print = () =>
    run(async () => {
      // Counted before anything is on paper: there are never two originals, though a jam may cost one.
      const { copy, receipt } = await api.call('POST /api/v1/receipts/{id}/page-prints', { params, body })
      onCounted?.()
      await preparePaperWords(language ?? receipt.document.language)
      const view = { demo, language, copy: copy ?? (false as const) }
      await printPage(<ReceiptPaper document={receipt.document} view={view} />, paper)
    })

  const save = () =>
    run(async () => {
      const file = await api.call('POST /api/v1/receipts/{id}/prints', { params, body })
      onCounted?.()
      saveFile(file, 'application/pdf')
    })

  const choose = (chosen: Paper) => {
    rememberPaper(chosen)
    setPaper(chosen)
  }
  return { paper, choose, language, setLanguage, print, save, task, printing, sheet }
}
