import type { Paper } from '../../src-shared/api/receipt-schemas.ts'
import type { PrintOrder } from '../../src-shared/desktop/printing.ts'

/** CSS pixels to a millimetre: 96 to an inch of 25.4 mm. */
const pxPerMm = 96 / 25.4
/** What stays free at the foot of a roll, so that the last line clears the cutter. */
const footMm = 8

export const a4 = { width_mm: 210, height_mm: 297, bare: false } as const

/**
 * How large a paper is. A roll is cut where the receipt ends; CSS has no such page, so its length is measured.
 * @param heightPx how tall the contents are, in CSS pixels
 */
export function paperSize(paper: Paper, heightPx: number): Omit<PrintOrder, 'printer'> {
  return paper === 'a4' ? a4 : { width_mm: 80, height_mm: Math.ceil(heightPx / pxPerMm) + footMm, bare: true }
}

/** The `@page` rule of a paper. @param heightPx how tall the contents are, in CSS pixels */
export function pageRule(paper: Paper, heightPx: number): string {
  if (paper === 'a4') return '@page { size: A4; margin: 16mm; }'
  const { width_mm: width, height_mm: height } = paperSize(paper, heightPx)
  return `@page { size: ${width}mm ${height}mm; margin: 0; }`
}
