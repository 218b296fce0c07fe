import { useQrPath } from './qr-drawer.ts'

/** A QR code, dark on white in every theme: cameras expect it so. Its place is kept until it can be drawn. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  const code = useQrPath(text)
  if (code === undefined) return <span className="qr" />
  const { side, path } = code
  return (
    <svg className="qr" role="img" aria-label={name} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect className="qr__ground" width={side} height={side} />
      <path className="qr__ink" d={path} />
    </svg>
  )
}
