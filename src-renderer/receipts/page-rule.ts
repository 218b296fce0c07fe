import type { Paper } from '../../src-shared/api/receipt-schemas.ts'

/** CSS pixels to a millimetre: 96 to an inch of 25.4 mm. */
const pxPerMm = 96 / 25.4
/** What stays free at the foot of a roll, so that the last line clears the cutter. */
const footMm = 8

/**
 * The `@page` rule of a paper. A roll is cut where the receipt ends; CSS has no such page, so its length is measured.
 * @param heightPx how tall the contents are, in CSS pixels
 */
export function pageRule(paper: Paper, heightPx: number): string {
  if (paper === 'a4') return '@page { size: A4; margin: 16mm; }'
  return `@page { size: 80mm ${Math.ceil(heightPx / pxPerMm) + footMm}mm; margin: 0; }`
}
