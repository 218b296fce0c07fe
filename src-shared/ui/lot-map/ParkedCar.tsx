import type { LaidBay, Outline } from '../../lot/lot-layout.ts'

/** A car from above, nose up, in a box of 20 by 42 about its middle: body, windscreen and rear window. */
const body = 'M-7-20.5Q0-22.5 7-20.5 9-18.5 9-14V16Q9 20 6.5 20.6 0 21.6-6.5 20.6-9 20-9 16V-14Q-9-18.5-7-20.5z'
const windows = 'M-6.5-10Q0-13 6.5-10L5.4-4.5Q0-6-5.4-4.5zM-5.6 12.5Q0 11.3 5.6 12.5L6.5 16.5Q0 18.2-6.5 16.5z'
/** That somebody stands there, in the size of the room for it, in dm. */
export function ParkedCar({ room, rotation }: { room: Outline; rotation: LaidBay['rotation'] }) {
  const { x, y, width, height } = room
  const isUpright = rotation === 0 || rotation === 180
  const [across, along] = isUpright ? [width, height] : [height, width]
  const long = (along - 2) / 43
  const wide = Math.min((across - 2) / 18, long * 1.25)
  return (
    <g transform={`translate(${x + width / 2} ${y + height / 2}) rotate(${rotation}) scale(${wide} ${long})`}>
      <path className="lot-car" d={body} />
      <path className="lot-car__windows" d={windows} />
    </g>
  )
}
