import { correction, generate } from 'lean-qr'

/** Clear modules around the code, by ISO/IEC 18004. */
const QUIET = 4

/**
 * A QR code as an SVG path of one unit to a module, a run of a row at a time.
 * @returns the path, and the side of the square with its quiet zone
 */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const code = generate(text, { minCorrectionLevel: correction.M })
  let path = ''
  for (let row = 0; row < code.size; row += 1) {
    let from = 0
    for (let column = 0; column <= code.size; column += 1) {
      // Beyond its edge a code is light.
      if (code.get(column, row)) continue
      if (column > from) path += `M${QUIET + from} ${QUIET + row}h${column - from}v1h${from - column}z`
      from = column + 1
    }
  }
  return { path, side: code.size + 2 * QUIET }
}
