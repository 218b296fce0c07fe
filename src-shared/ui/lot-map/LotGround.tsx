import { memo } from 'react'
import type { Direction, LotFeature, LotLayout, Outline } from '../../lot/lot-layout.ts'
import { fitLines, lineHeight } from './bay-text.ts'

/** What stands written on the ground, in the page's language. */
export interface GroundWords {
  readonly entrance: string
  readonly exit: string
  readonly washHall: string
}

interface LotGroundProps {
  readonly layout: LotLayout
  readonly words: GroundWords
}

/** Roads, kerbs, walls and what is painted on them: only to find one's way by, so hidden from a screen reader. */
export const LotGround = memo(function LotGround({ layout, words }: LotGroundProps) {
  return (
    <g aria-hidden="true">
      {layout.features.map((feature, index) => (
        // A feature has no identity but its place in the plan.
        <Feature key={index} feature={feature} layout={layout} words={words} />
      ))}
    </g>
  )
})

function Feature({ feature, layout, words }: { feature: LotFeature; layout: LotLayout; words: GroundWords }) {
  const { kind, x, y, width, height } = feature
  const box = { x, y, width, height }
  switch (kind) {
    case 'lane':
      return (
        <>
          <rect className="lot-lane" {...box} />
          <LaneArrows lane={box} direction={feature.direction} />
        </>
      )
    case 'entrance':
    case 'exit':
      return <Gate box={box} direction={feature.direction} word={words[kind]} />
    case 'wall':
      return <rect className="lot-wall" {...box} />
    case 'verge':
      return <rect className="lot-verge" {...box} rx={3} />
    case 'wash_hall':
      return (
        <>
          <rect className="lot-hall" {...box} />
          <Words room={hallSign(box, layout)} text={words.washHall} most={8} />
        </>
      )
    case 'text':
      return <Words room={box} text={feature.text} most={height} />
    default:
      return feature satisfies never
  }
}

/** The words of a hall stand on whichever is wider, the strip above its bays or that below them. */
function hallSign(box: Outline, { bays }: LotLayout): Outline {
  const bottom = box.y + box.height
  const inside = bays.filter((bay) => bay.x >= box.x && bay.x < box.x + box.width && bay.y >= box.y && bay.y < bottom)
  const above = Math.min(bottom, ...inside.map((bay) => bay.y)) - box.y
  const below = bottom - Math.max(box.y, ...inside.map((bay) => bay.y + bay.height))
  return above >= below ? { ...box, height: above } : { ...box, y: bottom - below, height: below }
}

/** One arrow to about 12 m, in the middle of the lane. */
function LaneArrows({ lane, direction }: { lane: Outline; direction: Direction | undefined }) {
  if (direction === undefined) return null
  const isLevel = direction === 'left' || direction === 'right'
  const length = isLevel ? lane.width : lane.height
  const count = Math.max(1, Math.floor(length / 120))
  return Array.from({ length: count }, (_, index) => {
    const along = ((index + 0.5) * length) / count
    const [x, y] = isLevel ? [lane.x + along, lane.y + lane.height / 2] : [lane.x + lane.width / 2, lane.y + along]
    return <Arrow key={index} x={x} y={y} direction={direction} scale={1} />
  })
}

const turns = { up: 0, right: 90, down: 180, left: 270 } as const satisfies Record<Direction, number>

/** A road arrow, 26 dm long, about its middle. */
function Arrow({ x, y, direction, scale }: { x: number; y: number; direction: Direction; scale: number }) {
  return (
    <path
      className="lot-arrow"
      d="M0-13 5-3H1.6V13H-1.6V-3H-5z"
      transform={`translate(${x} ${y}) rotate(${turns[direction]}) scale(${scale})`}
    />
  )
}

/** A line to cross, with its word and an arrow. */
function Gate({ box, direction, word }: { box: Outline; direction: Direction; word: string }) {
  const isLevel = direction === 'left' || direction === 'right'
  const { x, y, width, height } = box
  const line = isLevel ? { x, y, width: 2, height } : { x, y, width, height: 2 }
  return (
    <>
      <rect className="lot-lane" {...box} />
      <rect className="lot-gate" {...line} />
      <Arrow x={x + width * 0.22} y={y + height * 0.56} direction={direction} scale={0.6} />
      <Words room={{ x: x + width * 0.36, y: y + 3, width: width * 0.58, height: height - 4 }} text={word} most={11} />
    </>
  )
}

function Words({ room, text, most }: { room: Outline; text: string; most: number }) {
  const { lines, size } = fitLines([text], room.width * 0.95, room.height * lineHeight, most)
  return (
    <text className="lot-words" x={room.x + room.width / 2} y={room.y + room.height / 2} fontSize={size}>
      {lines[0]}
    </text>
  )
}
