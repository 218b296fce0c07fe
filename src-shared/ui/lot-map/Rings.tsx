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
      {kind === 'choice' && <Tick {...farEnd(place)} />}
    </g>
  )
}

/** Away from the label, at the end that a parked car looks at. */
function farEnd({ x, y, width, height, rotation }: LaidBay) {
  if (rotation === 90 || rotation === 270) return { x: rotation === 90 ? x + width - 1 : x + 1, y: y + height / 2 }
  return { x: x + width / 2, y: rotation === 0 ? y + 1 : y + height - 1 }
}

function Tick({ x, y }: { x: number; y: number }) {
  return (
    <g className="lot-ring__tick" transform={`translate(${x} ${y})`}>
      <circle r={5.5} />
      <path d="M-2.6 .2-.7 2.2 2.8-2" />
    </g>
  )
}
