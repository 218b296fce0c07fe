import QRCode from 'qrcode'

/** Clear modules around the code, by ISO/IEC 18004. */
const quiet = 4

/** A QR code as an SVG path of one unit to a module. @returns the path, and the side of the square with its quiet zone */
export function qrPath(text: string): { path: string; side: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const cells = Array.from({ length: size * size }, (_, cell) => ({
    row: Math.floor(cell / size),
    column: cell % size,
  }))
  const dark = cells.filter(({ row, column }) => modules.get(row, column) !== 0)
  return {
    path: dark.map(({ row, column }) => `M${column + quiet} ${row + quiet}h1v1h-1z`).join(''),
    side: size + 2 * quiet,
  }
}
