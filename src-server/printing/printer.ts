import type { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import { documentLanguage, paperWordsIn } from '../words/words.ts'
import { loadPrintFonts, type PrintFont, type ReadFontFile } from './print-fonts.ts'
import { receiptPdf, type ReceiptPdfOptions } from './receipt-pdf.ts'
import type { ReportDocument } from './report-document.ts'
import { reportPdf } from './report-pdf.ts'

/** Makes the documents that are printed or saved, as PDF. It reads no clock and keeps nothing. */
export interface Printer {
  receiptPdf(document: ReceiptDocument, options: ReceiptPdfOptions): Promise<Uint8Array>
  reportPdf(report: ReportDocument): Promise<Uint8Array>
}

/** @param readFont gives font files by name, `fontFilesIn(folder)`; they are read when first needed */
export function createPrinter(readFont: ReadFontFile): Printer {
  let loading: Promise<readonly PrintFont[]> | undefined
  /** Each document in the language that it was made in, unless another was chosen for the paper. */
  const means = async (language: string) => ({
    fonts: await (loading ??= loadPrintFonts(readFont)),
    t: await paperWordsIn(documentLanguage(language)),
  })
  return {
    receiptPdf: async (document, options) =>
      receiptPdf(document, options, await means(options.language ?? document.language)),
    reportPdf: async (report) => reportPdf(report, await means(report.language)),
  }
}
