import { create } from 'qrcode/lib/core/qrcode.js'
import { useMemo } from 'react'

/** Clear modules around the code, by ISO/IEC 18004. */
const QUIET = 4

/** A QR code, dark on white in every theme: cameras expect it so. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className="qr" role="img" aria-label={name} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect className="qr__ground" width={size} height={size} />
      <path className="qr__ink" d={path} />
    </svg>
  )
}

/** The dark modules as one path, a run of a row at a time. */
function drawn(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row += 1) {
    let from = 0
    for (let column = 0; column <= modules.size; column += 1) {
      if (column < modules.size && modules.get(row, column) !== 0) continue
      if (column > from) path += `M${QUIET + from} ${QUIET + row}h${column - from}v1h${from - column}z`
      from = column + 1
    }
  }
  return { size: modules.size + 2 * QUIET, path }
}
