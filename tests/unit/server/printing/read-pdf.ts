import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPage {
  /** In millimetres. */
  readonly width: number
  readonly height: number
  /** What a reader finds and copies, without spaces, whose places a PDF does not tell for sure. */
  readonly text: string
}

export const unspaced = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u200B-\u200F\u061C]/gu, '')

/** Reads a PDF back with another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: ReadPage[]; text: string }> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false })
  const pdf = await loading.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const { items } = await page.getTextContent({ disableNormalization: true })
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    pages.push({ width: ((right - left) / 72) * 25.4, height: ((top - bottom) / 72) * 25.4, text: unspaced(text) })
  }
  await loading.destroy()
  return { pages, text: pages.map(({ text }) => text).join('') }
}
