import QRCode from 'qrcode'
import type { Pdf } from './pdf-file.ts'

/** Clear modules around the code, by ISO/IEC 18004. */
const QUIET = 4

/** Draws a QR code as filled rectangles, quiet zone included, in a square of so many points. */
export function drawQr(pdf: Pdf, text: string, x: number, y: number, side: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const module = side / (modules.size + 2 * QUIET)
  for (let row = 0; row < modules.size; row += 1) {
    for (const { from, to } of darkRuns(modules.size, (column) => modules.get(row, column) !== 0)) {
      pdf.rect(x + (QUIET + from) * module, y + (QUIET + row) * module, (to - from) * module, module)
    }
  }
  pdf.fillColor('black').fill()
}

/** Neighbouring dark modules of a row as one, so that no hairline shows between them. */
function darkRuns(size: number, isDark: (column: number) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let column = 0; column < size; column += 1) {
    if (!isDark(column)) continue
    const last = runs.at(-1)
    if (last?.to === column) last.to = column + 1
    else runs.push({ from: column, to: column + 1 })
  }
  return runs
}
