import { A4, mm } from './pdf-file.ts'
import type { TextStyle } from './typesetter.ts'

/** How a receipt is laid out on one kind of paper; lengths in points. */
export interface ReceiptPaper {
  readonly width: number
  /** Height of a page; a roll is cut where the receipt ends. */
  readonly height: number | 'fitted'
  readonly left: number
  readonly content: number
  readonly top: number
  readonly bottom: number
  readonly align: 'left' | 'centre'
  /** Where a field's value begins, from the left; undefined sets it against the right edge. */
  readonly valueAt: number | undefined
  readonly qr: number
  readonly gap: number
  readonly body: TextStyle
  readonly label: TextStyle
  readonly note: TextStyle
  readonly heading: TextStyle
  readonly title: TextStyle
  readonly total: TextStyle
  readonly mark: TextStyle
}

export type PaperName = 'roll80' | 'a4'

/** Grey is for A4: a thermal printer makes dots of it. */
const grey = '#444444'

export const receiptPapers: Readonly<Record<PaperName, ReceiptPaper>> = {
  roll80: {
    width: mm(80),
    height: 'fitted',
    left: mm(4),
    content: mm(72),
    top: mm(4),
    bottom: mm(6),
    align: 'centre',
    valueAt: undefined,
    qr: mm(34),
    gap: 4,
    body: { size: 8.5 },
    label: { size: 8.5 },
    note: { size: 7 },
    heading: { size: 12, bold: true },
    title: { size: 10.5, bold: true },
    total: { size: 11.5, bold: true },
    mark: { size: 14, bold: true, colour: 'white' },
  },
  a4: {
    ...A4,
    left: mm(20),
    content: mm(170),
    top: mm(18),
    bottom: mm(20),
    align: 'left',
    valueAt: mm(38),
    qr: mm(36),
    gap: 7,
    body: { size: 10 },
    label: { size: 10, colour: grey },
    note: { size: 8, colour: grey },
    heading: { size: 18, bold: true },
    title: { size: 14, bold: true },
    total: { size: 14, bold: true },
    mark: { size: 15, bold: true, colour: 'white' },
  },
}
