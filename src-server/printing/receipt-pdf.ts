import { isRightToLeft } from '../../src-shared/i18n/languages.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import type { ReceiptDocument } from '../../src-shared/receipts/receipt-document.ts'
import { paperLanguage } from '../../src-shared/receipts/receipt-figures.ts'
import { receiptRows, type ReceiptView } from '../../src-shared/receipts/receipt-text.ts'
import { bytesOf, newPdf, type Pdf } from './pdf-file.ts'
import type { PrintFont } from './print-fonts.ts'
import { ReceiptBlocks, type Block } from './receipt-blocks.ts'
import { receiptPapers, type PaperName, type ReceiptPaper } from './receipt-paper.ts'
import { Typesetter } from './typesetter.ts'
import { drawWatermark } from './watermark.ts'

export interface ReceiptPdfOptions extends ReceiptView {
  readonly paper: PaperName
}

/** What drawing needs besides the document. */
export interface PrintMeans {
  readonly fonts: readonly PrintFont[]
  readonly t: Translator
}

/** The tallest page that readers accept, in points. */
const TALLEST = 14_400

/** A receipt or credit note as PDF. The same document, options and means make the same bytes. */
export async function receiptPdf(
  document: ReceiptDocument,
  { paper: name, ...view }: ReceiptPdfOptions,
  { fonts, t }: PrintMeans,
): Promise<Uint8Array> {
  const paper = receiptPapers[name]
  const { display_number: number, site, issued_at: made } = document
  const language = paperLanguage(document.language, view.language)
  const pdf = await newPdf({ title: `${site.name}, ${number}`, author: site.name, language, made })
  const type = new Typesetter(pdf, fonts)
  const blocks = new ReceiptBlocks(pdf, type, paper, isRightToLeft(language))
  const pages = paginate(
    receiptRows(document, view, t).map((row) => blocks.of(row)),
    paper,
  )
  for (const page of pages) {
    const size = { width: paper.width, height: paper.height === 'fitted' ? heightOf(page, paper) : paper.height }
    pdf.addPage({ size: [size.width, size.height], margin: 0 })
    if (view.demo && name === 'a4') drawWatermark(pdf, type, t('receipt.demo'), size)
    drawPage(page, paper)
  }
  if (name === 'a4' && pages.length > 1)
    numberPages(pdf, type, paper, (page, of) => t('receipt.page', { number, page: String(page), pages: String(of) }))
  return bytesOf(pdf)
}

/** Blocks page by page; no block is broken. */
function paginate(blocks: readonly Block[], { height, top, bottom }: ReceiptPaper): Block[][] {
  const room = (height === 'fitted' ? TALLEST : height) - top - bottom
  const pages: Block[][] = [[]]
  let used = 0
  for (const block of blocks) {
    if (used + block.height > room && used > 0) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(block)
    used += block.height
  }
  return pages
}

function heightOf(page: readonly Block[], { top, bottom }: ReceiptPaper): number {
  return page.reduce((sum, block) => sum + block.height, top + bottom)
}

function drawPage(page: readonly Block[], { top }: ReceiptPaper): void {
  let y = top
  for (const block of page) {
    block.draw(y)
    y += block.height
  }
}

function numberPages(
  pdf: Pdf,
  type: Typesetter,
  { left, note, bottom }: ReceiptPaper,
  words: (page: number, of: number) => string,
): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page)
    for (const line of type.wrap(words(page + 1, count), note, pdf.page.width)) {
      type.draw(line, left, pdf.page.height - bottom * 0.7, note)
    }
  }
}
