import { useMemo } from 'react'
import { qrPath } from '../../src-shared/ui/qr-path.ts'

/** A QR code, dark on white in every theme: cameras expect it so. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  const { side, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg className="qr" role="img" aria-label={name} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect className="qr__ground" width={side} height={side} />
      <path className="qr__ink" d={path} />
    </svg>
  )
}
