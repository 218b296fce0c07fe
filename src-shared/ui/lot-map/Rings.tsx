import type { LaidBay } from '../../lot/lot-layout.ts'

/**
 * The ring around the bay that has the focus or is chosen, above all bays, so that no neighbour cuts it. Each is of two
 * colours: one of them stands out from any ground.
 */
export function Rings({ kind, place }: { kind: 'focus' | 'choice'; place: LaidBay }) {
  const { x, y, width, height } = place
  const box = { x: x - 0.5, y: y - 0.5, width: width + 1, height: height + 1, rx: 2 }
  return (
    <g className="lot-ring" data-kind={kind} aria-hidden="true">
      <rect className="lot-ring__halo" {...box} />
      <rect className="lot-ring__line" {...box} />
      {kind === 'choice' && <Tick x={x + width / 2} y={y + 1} />}
    </g>
  )
}

function Tick({ x, y }: { x: number; y: number }) {
  return (
    <g className="lot-ring__tick" transform={`translate(${x} ${y})`}>
      <circle r={5.5} />
      <path d="M-2.6 .2-.7 2.2 2.8-2" />
    </g>
  )
}
