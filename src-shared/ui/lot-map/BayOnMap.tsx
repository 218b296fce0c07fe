import { memo } from 'react'
import { bayStateMarks, type BayState, type LotBayClass } from '../../lot/bay-state.ts'
import type { LaidBay, Outline } from '../../lot/lot-layout.ts'
import { bayParts, type BayParts } from './bay-parts.ts'
import { captionLines, fitLines, lineHeight, plateLines, type FittedText } from './bay-text.ts'
import { ClassSymbol } from './ClassSymbol.tsx'
import { ParkedCar } from './ParkedCar.tsx'

export interface BayOnMapProps {
  readonly place: LaidBay
  readonly label: string
  readonly bayClass: LotBayClass
  readonly state: BayState
  readonly letter: string
  readonly plate: string | undefined
  readonly caption: string | undefined
  /** The accessible name. */
  readonly name: string
  readonly isSelected: boolean
  /** False: it lies back, and cannot be chosen. */
  readonly isChoosable: boolean
  readonly isTabStop: boolean
  readonly hatchId: string
}

/** One bay: its painted lines, the tile in the colour of its state, and what is written on it. */
export const BayOnMap = memo(function BayOnMap(props: BayOnMapProps) {
  const { place, state, isSelected, isChoosable, isTabStop, name } = props
  const parts = bayParts(place)
  return (
    <g
      className="lot-bay"
      role="option"
      aria-label={name}
      aria-selected={isSelected}
      aria-disabled={isChoosable ? undefined : true}
      tabIndex={isTabStop ? 0 : -1}
      data-bay={place.id}
      data-state={state}
      data-dim={isChoosable ? undefined : true}
    >
      <path className="lot-bay__lines" d={parts.lines} />
      <rect className="lot-bay__tile" {...parts.tile} rx={1.5} />
      <BayContent {...props} parts={parts} />
    </g>
  )
})

function BayContent({ parts, ...props }: BayOnMapProps & { readonly parts: BayParts }) {
  const { place, label, bayClass, state, letter, plate, caption, isChoosable, hatchId } = props
  const { tile, badge, symbol, mark, middle } = parts
  const { pattern } = bayStateMarks[state]
  const hasCar = (pattern === 'car' || pattern === 'car_framed') && bayClass !== 'two_wheeler'
  const two = caption !== undefined && plate !== undefined
  const plateRoom = two ? slice(middle, 0, 0.58) : middle
  const captionRoom = two ? slice(middle, 0.6, 0.4) : middle
  return (
    <g aria-hidden="true">
      {isChoosable && pattern === 'hatched' && <rect {...parts.standing} rx={1.5} fill={`url(#${hatchId})`} />}
      {isChoosable && pattern === 'dashed' && <rect className="lot-bay__dashes" {...inner(tile)} rx={1} />}
      {isChoosable && pattern === 'band' && <Band parts={parts} />}
      {hasCar && <ParkedCar room={parts.standing} rotation={place.rotation} />}
      {isChoosable && pattern === 'car_framed' && <rect className="lot-bay__frame" {...inner(tile)} rx={1} />}
      {isChoosable && <Badge at={badge} size={mark} letter={letter} />}
      {(!parts.isNarrow || (plate === undefined && caption === undefined)) && (
        <ClassSymbol bayClass={bayClass} x={symbol.x} y={symbol.y} size={mark * 1.15} />
      )}
      {plate !== undefined && <Plate room={plateRoom} plate={plate} />}
      {caption !== undefined && (
        <Lines room={captionRoom} text={captionText(caption, captionRoom)} className="lot-bay__caption" />
      )}
      <Lines room={parts.label} text={labelText(label, parts.label)} className="lot-bay__label" />
    </g>
  )
}

function labelText(label: string, room: Outline): FittedText {
  return fitLines([label], room.width * 0.88, room.height, 9)
}

function captionText(caption: string, room: Outline): FittedText {
  return fitLines(captionLines(caption), room.width * 0.92, room.height, 8.5)
}

/** The state's letter, in the colours turned round. */
function Badge({ at, size, letter }: { at: { x: number; y: number }; size: number; letter: string }) {
  return (
    <>
      <rect
        className="lot-bay__badge"
        x={at.x - size / 2}
        y={at.y - size / 2}
        width={size}
        height={size}
        rx={size / 5}
      />
      <text className="lot-bay__letter" x={at.x} y={at.y} fontSize={size * 0.8}>
        {letter}
      </text>
    </>
  )
}

function Plate({ room, plate }: { room: Outline; plate: string }) {
  const text = fitLines(plateLines(plate, room.width), room.width - 4, room.height - 3, 8)
  const width = Math.min(room.width - 1.5, Math.max(...text.lines.map((line) => line.length)) * text.size * 0.64 + 3)
  const height = text.lines.length * text.size * lineHeight + 2
  const [x, y] = [room.x + (room.width - width) / 2, room.y + (room.height - height) / 2]
  return (
    <>
      <rect className="lot-bay__plate" x={x} y={y} width={width} height={height} rx={1} />
      <Lines room={room} text={text} className="lot-bay__plate-text" />
    </>
  )
}

function Lines({ room, text, className }: { room: Outline; text: FittedText; className: string }) {
  const step = text.size * lineHeight
  const middle = room.x + room.width / 2
  const first = room.y + room.height / 2 - (step * (text.lines.length - 1)) / 2
  return (
    <text className={className} fontSize={text.size}>
      {text.lines.map((line, index) => (
        // A line has no identity but its place.
        <tspan key={index} x={middle} y={first + index * step}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Two stripes across, as a chain before a place that is kept for somebody. */
function Band({ parts: { tile, middle } }: { parts: BayParts }) {
  const upright = tile.height >= tile.width
  const stripe = (from: number) =>
    upright
      ? { x: tile.x, y: middle.y + middle.height * from, width: tile.width, height: 1.4 }
      : { x: middle.x + middle.width * from, y: tile.y, width: 1.4, height: tile.height }
  return (
    <>
      <rect className="lot-bay__band" {...stripe(0)} />
      <rect className="lot-bay__band" {...stripe(0.94)} />
    </>
  )
}

function slice({ x, y, width, height }: Outline, from: number, share: number): Outline {
  return { x, y: y + height * from, width, height: height * share }
}

function inner({ x, y, width, height }: Outline): Outline {
  return { x: x + 0.8, y: y + 0.8, width: width - 1.6, height: height - 1.6 }
}
