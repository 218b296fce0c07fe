import type PDFDocument from 'pdfkit'
import { pdfDate } from '../../src-shared/format/pdf-date.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'

export type Pdf = InstanceType<typeof PDFDocument>

export interface PdfDescription {
  readonly title: string
  readonly author: string
  /** BCP 47. */
  readonly language: string
  /** ISO 8601 with offset: the document's own date, so that the same document makes the same bytes on any day. */
  readonly made: string
}

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** A4, in points. */
export const A4 = { width: mm(210), height: mm(297) } as const

/** An empty PDF without pages. Loads the library only when something is printed. */
export async function newPdf({ title, author, language, made }: PdfDescription): Promise<Pdf> {
  const { default: PDFDocument } = await import('pdfkit')
  const CreationDate = pdfDate(parseInstant(made) ?? 0)
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    margin: 0,
    lang: language,
    displayTitle: true,
    // No font yet: the library's first choice lies in a file beside it, which a bundle does not have.
    font: '',
    info: { Title: title, Author: author, Creator: 'Kerbside', Producer: 'Kerbside', CreationDate },
  })
}

/** Ends the document and gives its bytes. */
export function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
    pdf.end()
  })
}
