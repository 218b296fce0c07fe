import type { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import { paperLanguage, wordsIn } from '../words/words.ts'
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
  /** Each document in the language that it was made in. */
  const means = async (language: string) => ({
    fonts: await (loading ??= loadPrintFonts(readFont)),
    t: await wordsIn(paperLanguage([language])),
  })
  return {
    receiptPdf: async (document, options) => receiptPdf(document, options, await means(document.language)),
    reportPdf: async (report) => reportPdf(report, await means(report.language)),
  }
}
